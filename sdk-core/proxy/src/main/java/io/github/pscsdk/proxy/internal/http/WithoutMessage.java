package io.github.pscsdk.proxy.internal.http;

/** Stands in a log for an unexpected exception: its class and its stack, since its message may quote personal data. */
final class WithoutMessage extends Exception {
    private static final long serialVersionUID = 1L;

    WithoutMessage(Throwable failure) {
        super(failure.getClass().getName());
        setStackTrace(failure.getStackTrace());
    }
}
