package io.github.pscsdk.example.santefr.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.santefr.http.RefusedException.Failure;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request to the API, and its response, which may not be cached.
 *
 * @param sent the body; empty if it was too large
 */
record ApiRequest(Context context, Caller caller, Optional<byte[]> sent) {
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[ -~]{1,128}");
    private static final Pattern TAG = Pattern.compile("\"([0-9a-f]{64})\"");

    String number() {
        return context.pathParam("number");
    }

    /** Under which the request is carried out once. */
    String idempotencyKey() {
        return idempotencyKey(header("Idempotency-Key"));
    }

    /** A key that can be kept. */
    static String idempotencyKey(String key) {
        if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw new RefusedException(Failure.IDEMPOTENCY_KEY);
        }
        return key;
    }

    /** The hash of the receipt that is referred to, in {@code If-Match} (RFC 9110 §13.1.1). */
    String receiptHash() {
        var tag = TAG.matcher(header("If-Match"));
        if (!tag.matches()) {
            throw new RefusedException(Failure.REVISION);
        }
        return tag.group(1);
    }

    private String header(String name) {
        return Optional.ofNullable(context.header(name)).orElse("");
    }

    byte[] body() {
        return sent.orElseThrow(() -> new RefusedException(Failure.TOO_LARGE));
    }

    Declaration declaration() throws MalformedJsonException {
        return DeclarationDocument.read(body());
    }

    private record Withdrawal(@JsonProperty(required = true) String reason) {}

    /** The one member {@code reason}. */
    WithdrawalReason withdrawal() throws MalformedJsonException {
        var code = DeclarationJson.read(body(), Withdrawal.class).reason();
        return Arrays.stream(WithdrawalReason.values())
                .filter(reason -> KebabCase.of(reason).equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedJsonException("reason is none of the known"));
    }

    void respondWith(String header, String value) {
        context.header(header, value);
    }

    void respond(int status, byte[] json) {
        respond(context, status, json);
    }

    /** With JSON values, each on a line of its own. */
    void respondLines(byte[] lines) {
        respond(200, lines);
        context.contentType("application/x-ndjson");
    }

    static void fail(Context context, Failure failure, String detail) {
        switch (failure) {
            case NOT_SIGNED_IN -> context.header("WWW-Authenticate", "Bearer realm=\"santefr-form\"");
            case UNAVAILABLE, BUSY -> context.header("Retry-After", "5");
            default -> {}
        }
        respond(context, failure.status(), failure.json(detail));
    }

    static void respond(Context context, int status, byte[] json) {
        context.status(status)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .contentType("application/json; charset=utf-8")
                .result(json);
    }
}
