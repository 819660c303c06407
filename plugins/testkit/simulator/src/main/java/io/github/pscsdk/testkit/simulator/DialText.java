package io.github.pscsdk.testkit.simulator;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads the values of dials from text. */
final class DialText {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private DialText() {}

    static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not an ISO 8601 duration", e);
        }
    }

    static Duration waiting(String text) {
        return checkWait(duration(text));
    }

    static Duration checkWait(Duration wait) {
        if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("a wait is zero to ten minutes");
        }
        return wait;
    }

    static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return Boolean.parseBoolean(text);
    }
}
