package io.github.pscsdk.testkit.simulator;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What goes wrong on the way to an endpoint or back. As text, in {@link #toString()} and {@link #parse}: the number of a
 * status, an ISO 8601 duration for a delay, or the name of a {@link Broken}; each with {@code x2} behind it, after a space,
 * for the next two requests only.
 */
public sealed interface Fault {
    /**
     * An outage before Pro Santé Connect, which notices nothing: a status without a body.
     *
     * @param code 400 to 599
     */
    record Status(int code) implements Fault {
        /** Checks. */
        public Status {
            if (code < 400 || code > 599) {
                throw new IllegalArgumentException("the status of an outage is 400 to 599");
            }
        }

        @Override
        public String toString() {
            return Integer.toString(code);
        }
    }

    /**
     * The request is processed at once and answered late, by the system's clock. No thread waits meanwhile.
     *
     * @param duration up to ten minutes
     */
    record Delay(Duration duration) implements Fault {
        /** Checks. */
        public Delay {
            DialText.checkWait(duration);
        }

        @Override
        public String toString() {
            return duration.toString();
        }
    }

    /** The request is processed; its answer does not arrive as it was meant. */
    enum Broken implements Fault {
        /** The connection closes without an answer. */
        DROPPED,
        /** The connection closes in the middle of the body. */
        TRUNCATED,
        /** The body has 4 MiB more than it should. */
        OVERSIZED,
        /** The first member of the JSON body is there twice, with two values. */
        DUPLICATE_MEMBER
    }

    /**
     * A fault of the next requests; all is as it should be after the last of them.
     *
     * @param fault what goes wrong
     * @param left how many requests it still concerns, 1 to 1000
     */
    record Times(Fault fault, int left) implements Fault {
        private static final int MOST = 1000;
        private static final Pattern TEXT = Pattern.compile("(.+) x([0-9]{1,4})");

        /** Checks. */
        public Times {
            Objects.requireNonNull(fault, "fault");
            if (fault instanceof Times || left < 1 || left > MOST) {
                throw new IllegalArgumentException("a fault may be limited once, to 1 to 1000 requests");
            }
        }

        @Override
        public String toString() {
            return fault + " x" + left;
        }
    }

    /**
     * This fault for the next requests only.
     *
     * @param requests 1 to 1000
     */
    default Fault times(int requests) {
        return new Times(this, requests);
    }

    /**
     * Reads a fault from its text.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Fault parse(String text) {
        var limited = Times.TEXT.matcher(text);
        if (limited.matches()) {
            return parse(limited.group(1)).times(Integer.parseInt(limited.group(2)));
        }
        if (text.matches("[0-9]{3}")) {
            return new Status(Integer.parseInt(text));
        }
        return text.startsWith("PT")
                ? new Delay(DialText.duration(text))
                : Broken.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
