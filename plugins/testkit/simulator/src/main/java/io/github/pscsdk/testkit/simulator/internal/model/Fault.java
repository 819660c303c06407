package io.github.pscsdk.testkit.simulator.internal.model;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A fault of an endpoint. As text: the number of a status, an ISO 8601 duration for a delay, or the name of a {@link
 * Broken}; {@code x2} after it limits it to the next two requests.
 */
public sealed interface Fault {
    /** An outage in front of Pro Santé Connect: a status, 400 to 599, without a body. */
    record Status(int code) implements Fault {
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

    /** The request is processed at once and answered up to ten minutes late, by the system's clock. */
    record Delay(Duration duration) implements Fault {
        public Delay {
            Dial.checkWait(duration);
        }

        @Override
        public String toString() {
            return duration.toString();
        }
    }

    /** The request is processed; its answer is broken. */
    enum Broken implements Fault {
        /** The connection closes without an answer. */
        DROPPED,
        /** The connection closes in the middle of the body. */
        TRUNCATED,
        /** The body has 4 MiB more than it should. */
        OVERSIZED,
        /** The first member of the JSON body occurs twice, with two values. */
        DUPLICATE_MEMBER
    }

    /** A fault of the next 1 to 1000 requests only. */
    record Times(Fault fault, int left) implements Fault {
        private static final int MOST = 1000;
        private static final Pattern TEXT = Pattern.compile("(.+) x([0-9]{1,4})");

        public Times {
            if (fault instanceof Times || left < 1 || left > MOST) {
                throw new IllegalArgumentException("a fault may be limited once, to 1 to 1000 requests");
            }
        }

        @Override
        public String toString() {
            return fault + " x" + left;
        }
    }

    /** Reads a fault from its text; throws {@link IllegalArgumentException} if it is none. */
    static Fault parse(String text) {
        var limited = Times.TEXT.matcher(text);
        if (limited.matches()) {
            return new Times(parse(limited.group(1)), Integer.parseInt(limited.group(2)));
        }
        if (text.matches("[0-9]{3}")) {
            return new Status(Integer.parseInt(text));
        }
        return text.startsWith("PT") ? new Delay(Dial.duration(text)) : Broken.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
