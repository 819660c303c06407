package io.github.pscsdk.example.santefr.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.santefr.http.RefusedException.Failure;
import io.github.pscsdk.example.santefr.json.ResponseWriter;
import io.github.pscsdk.example.santefr.store.DossierException.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.DossierException.StaleRevisionException;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** One request to the API, and its response, which may not be cached. */
final class ApiRequest {
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[ -~]{1,128}");

    private final Context context;
    private final Caller caller;
    private final Optional<byte[]> body;

    /** One of that caller; without a body, it was too large. */
    ApiRequest(Context context, Caller caller, Optional<byte[]> body) {
        this.context = context;
        this.caller = caller;
        this.body = body;
    }

    Caller caller() {
        return caller;
    }

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

    /** The tag in {@code If-Match} (RFC 9110 §13.1.1), by the first group of that pattern. */
    String ifMatch(Pattern tag) {
        var match = tag.matcher(header("If-Match"));
        if (!match.matches()) {
            throw new RefusedException(Failure.REVISION);
        }
        return match.group(1);
    }

    private String header(String name) {
        var header = context.header(name);
        return header == null ? "" : header;
    }

    /** The content of a document; one that is malformed is refused. */
    @FunctionalInterface
    interface Document<T> {
        T read() throws MalformedJsonException;
    }

    static <T> T read(Document<T> document) {
        try {
            return document.read();
        } catch (MalformedJsonException e) {
            throw new RefusedException(Failure.MALFORMED, e.getMessage());
        }
    }

    Declaration declaration() {
        return read(() -> DeclarationDocument.read(body()));
    }

    private record Withdrawal(@JsonProperty(required = true) String reason) {}

    /** The one member {@code reason}. */
    WithdrawalReason withdrawal() {
        return read(() -> {
            var code = DeclarationJson.read(body(), Withdrawal.class).reason();
            return Arrays.stream(WithdrawalReason.values())
                    .filter(reason -> KebabCase.of(reason).equals(code))
                    .findFirst()
                    .orElseThrow(() -> new MalformedJsonException("reason is none of the known"));
        });
    }

    byte[] body() {
        return body.orElseThrow(() -> new RefusedException(Failure.TOO_LARGE));
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

    @FunctionalInterface
    interface DossierCall {
        void run() throws EventRefusedException, NoSuchDossierException, StaleRevisionException;
    }

    /** Responds to exceptions of the call with the failures of the API. */
    void run(DossierCall call) {
        try {
            call.run();
        } catch (NoSuchDossierException e) {
            throw new RefusedException(Failure.NOT_FOUND);
        } catch (StaleRevisionException e) {
            throw new RefusedException(Failure.STALE);
        } catch (EventRefusedException e) {
            if (e.refusal() == Refusal.HAS_ERRORS) {
                respond(422, DeclarationHandlers.rejected(e.findings()));
            } else {
                var status = e.refusal() == Refusal.NOT_ELIGIBLE ? 403 : 409;
                respond(status, ResponseWriter.error(e.refusal().code(), e.text(), ""));
            }
        }
    }

    static void fail(Context context, Failure failure, String detail) {
        switch (failure) {
            case NOT_SIGNED_IN -> context.header("WWW-Authenticate", "Bearer realm=\"santefr-form\"");
            case UNAVAILABLE, BUSY -> context.header("Retry-After", "5");
            default -> {}
        }
        respond(context, failure.status(), failure.json(detail));
    }

    private static void respond(Context context, int status, byte[] json) {
        context.status(status)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .contentType("application/json; charset=utf-8")
                .result(json);
    }
}
