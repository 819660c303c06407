package io.github.pscsdk.example.santefr.http;

/** A request ends with a failure. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final String detail;

    RefusedException(Failure failure) {
        this(failure, "");
    }

    /** With a detail in English for the developer of the caller; never a value of the request. */
    RefusedException(Failure failure, String detail) {
        super(failure.code());
        this.failure = failure;
        this.detail = detail;
    }

    Failure failure() {
        return failure;
    }

    String detail() {
        return detail;
    }
}
