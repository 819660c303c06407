package io.github.pscsdk.proxy.internal.http;

/** Stands in a log for an unexpected exception: its class and its stack, since its message may quote personal data. */
final class RedactedException extends Exception {
    private static final long serialVersionUID = 1L;

    RedactedException(Throwable failure) {
        super(failure.getClass().getName());
        setStackTrace(failure.getStackTrace());
    }
}
