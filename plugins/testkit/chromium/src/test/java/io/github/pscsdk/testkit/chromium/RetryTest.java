package io.github.pscsdk.testkit.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.StaleElementReferenceException;

class RetryTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void it_looks_again_until_something_is_there() {
        var answers = new ArrayDeque<Optional<String>>(List.of(Optional.empty(), Optional.of("it")));

        assertEquals("it", new Retry(LONG).untilPresent(answers::poll, () -> "never"));
    }

    @Test
    void a_page_that_is_just_being_replaced_is_no_answer() {
        var replaced = new ArrayDeque<>(List.of(true, false));

        var answer = new Retry(LONG)
                .untilPresent(
                        () -> {
                            if (replaced.poll()) {
                                throw new StaleElementReferenceException("gone");
                            }
                            return Optional.of("it");
                        },
                        () -> "never");

        assertEquals("it", answer);
    }

    @Test
    void no_is_an_answer_too() {
        assertEquals(false, new Retry(Duration.ZERO).untilPresent(() -> Optional.of(false), () -> "never"));
    }

    @Test
    void it_ends_and_says_what_never_came() {
        var failure = assertThrows(
                AssertionError.class, () -> new Retry(Duration.ZERO).untilTrue(() -> false, () -> "never came"));

        assertEquals("never came", failure.getMessage());
    }
}
