package io.github.pscsdk.spring;

/** A form came without the token of its session. Anybody can send one, so it has no stack trace. */
final class ForeignFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignFormException() {
        super("a form without the token of its session", null, false, false);
    }
}
