package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.LocalizedText;
import io.github.pscsdk.example.declaration.text.KebabCase;

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

    int status() {
        return failure.status;
    }

    byte[] json() {
        var text = LocalizedText.beside(Failure.class, "failures", failure.code());
        return ApiAnswer.error(failure.code(), text, detail);
    }

    Failure failure() {
        return failure;
    }

    /** The errors that the API answers, but for a list of findings. The texts are in {@code failures_*.properties}. */
    enum Failure {
        MALFORMED(400),
        IDEMPOTENCY_KEY(400),
        NOT_SIGNED_IN(401),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        REVISION(428),
        INTERNAL(500),
        UNAVAILABLE(503);

        private final int status;

        Failure(int status) {
            this.status = status;
        }

        /** The stable name in answers, such as {@code not-signed-in}. */
        String code() {
            return KebabCase.of(this);
        }
    }
}
