package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.santefr.json.AnswerWriter;
import io.javalin.http.Context;

/** Writes responses; none of them may be cached. */
final class Answers {
    private Answers() {}

    static void json(Context context, int status, byte[] body) {
        context.status(status)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .contentType("application/json; charset=utf-8")
                .result(body);
    }

    static void failure(Context context, Failure failure, String detail) {
        switch (failure) {
            case NOT_SIGNED_IN -> context.header("WWW-Authenticate", "Bearer realm=\"santefr-form\"");
            case UNAVAILABLE -> context.header("Retry-After", "5");
            // What was not read would be taken for the next request.
            case TOO_LARGE -> context.header("Connection", "close");
            default -> {}
        }
        var body = AnswerWriter.error(failure.code(), failure.french(), failure.english(), detail);
        json(context, failure.status(), body);
    }
}
