package io.github.pscsdk.command.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BigDigitsTest {
    @Test
    void two_digits_stand_side_by_side() {
        assertEquals(
                List.of(
                        "       ###    #####",
                        "      #   #       #",
                        "      #   #      # ",
                        "      #   #     #  ",
                        "       ###      #  "),
                BigDigits.of("07"));
    }

    @Test
    void no_two_digits_look_the_same() {
        var shapes = IntStream.range(0, 10)
                .mapToObj(digit -> BigDigits.of(String.valueOf(digit)))
                .collect(Collectors.toSet());

        assertEquals(10, shapes.size());
    }
}
