package io.github.pscsdk.pluginhost;

import io.github.pscsdk.pluginhost.thread.EngineThreads;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Calls into an authenticator that the application registers itself, each on a thread of its own. What the code throws is the application's
 * own: it comes through.
 *
 * @param limit how long a call may take
 */
record ApplicationCalls(EngineThreads threads, Duration limit) {

    /**
     * Runs the code, and returns or throws what it does.
     *
     * @param name of the method that it calls
     * @throws IllegalStateException if it takes longer than it may
     */
    <T> T call(String name, Supplier<T> code) {
        try {
            return new SupervisedCalls(threads, "psc-authenticator-" + name)
                    .<T, Thrown>within(limit, () -> caught(code), late -> {});
        } catch (Thrown e) {
            throw e.unchecked();
        } catch (NotRespondingException e) {
            throw new IllegalStateException(
                    name + "() of an authenticator of the application did not end within " + limit, e);
        }
    }

    private static <T> T caught(Supplier<T> code) throws Thrown {
        try {
            return code.get();
        } catch (RuntimeException | Error e) {
            throw new Thrown(e);
        }
    }

    /** Brings what the code threw to the application's thread. */
    private static final class Thrown extends Exception {
        private static final long serialVersionUID = 1L;

        private Thrown(Throwable thrown) {
            super(thrown);
        }

        /** Returns or throws it, so that the caller may write {@code throw}. */
        private RuntimeException unchecked() {
            if (getCause() instanceof Error e) {
                throw e;
            }
            return (RuntimeException) getCause();
        }
    }
}
