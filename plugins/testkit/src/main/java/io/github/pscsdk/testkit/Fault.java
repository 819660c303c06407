package io.github.pscsdk.testkit;

import java.time.Duration;
import java.util.Locale;

/**
 * What goes wrong on the way to an endpoint or back. As text, in {@link #toString()} and {@link #parse}: the number of a
 * status, an ISO 8601 duration for a delay, or the name of a {@link Broken}.
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
        private static final Duration LONGEST = Duration.ofMinutes(10);

        /** Checks. */
        public Delay {
            if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a delay is zero to ten minutes");
            }
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
     * Reads a fault from its text.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Fault parse(String text) {
        if (text.matches("[0-9]{3}")) {
            return new Status(Integer.parseInt(text));
        }
        return text.startsWith("PT") ? new Delay(Dial.duration(text)) : Broken.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
