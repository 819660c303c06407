package io.github.pscsdk.pluginhost.internal.problem;

import java.util.function.Supplier;

/** An exception as no library makes it: each of its methods does what a test says. */
public final class HostileThrowable extends Exception {
    private static final long serialVersionUID = 1L;

    transient Supplier<String> message = () -> null;
    transient Supplier<Throwable> cause = () -> null;
    transient Supplier<StackTraceElement[]> frames = () -> new StackTraceElement[0];

    @Override
    public String getMessage() {
        return message.get();
    }

    @Override
    public String toString() {
        return message.get();
    }

    @Override
    public synchronized Throwable getCause() {
        return cause.get();
    }

    @Override
    public StackTraceElement[] getStackTrace() {
        return frames.get();
    }

    /** One whose every method throws. */
    public static HostileThrowable throwing(Throwable thrown) {
        var hostile = new HostileThrowable();
        hostile.message = () -> sneak(thrown);
        hostile.cause = () -> sneak(thrown);
        hostile.frames = () -> sneak(thrown);
        return hostile;
    }

    /** Throws anything at all, as byte code may. */
    @SuppressWarnings("unchecked")
    public static <T, E extends Throwable> T sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
