package io.github.pscsdk.spring;

/** A page was asked for that only somebody who is logged in may see. Each request may meet it, so it has no stack trace. */
final class NoSessionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSessionException() {
        super("nobody is logged in", null, false, false);
    }
}
