package io.github.pscsdk.proxy.internal.http;

/** Nobody is there any more to be answered: the caller hung up in the middle of a request or of its response. */
final class CallerGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallerGoneException(Throwable cause) {
        super("the caller has left", cause, false, false);
    }
}
