package io.github.pscsdk.example.declaration.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pscsdk.testkit.support.AnyInput;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

class HoursFuzz {
    @FuzzTest
    void any_text_is_hours_that_read_the_same_again_or_none(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);

        AnyInput.read(() -> {
            var day = DayHours.read(text);
            assertEquals(day, DayHours.read(day.canonical()));
        });
        AnyInput.read(() -> WeekHours.read(text)
                .ifPresent(week -> assertEquals(Optional.of(week), WeekHours.read(week.canonical()))));
        AnyInput.read(() -> WeekHours.suggestion(text));
    }
}
