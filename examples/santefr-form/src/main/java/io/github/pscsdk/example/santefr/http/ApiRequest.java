package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.http.RefusedException.Failure;
import io.github.pscsdk.example.santefr.json.ResponseWriter;
import io.github.pscsdk.example.santefr.json.WithdrawalReader;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.DossierStore.TooManyDraftsException;
import io.javalin.http.Context;
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

    /** The number in the path. */
    String number() {
        return context.pathParam("number");
    }

    /** Under which the request is carried out once. */
    String idempotencyKey() {
        return idempotencyKey(header("Idempotency-Key"));
    }

    /** One that can be kept. */
    static String idempotencyKey(String key) {
        if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw new RefusedException(Failure.IDEMPOTENCY_KEY);
        }
        return key;
    }

    /** What {@code If-Match} (RFC 9110 §13.1.1) holds, by the first group of that pattern. */
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

    Declaration declaration() {
        try {
            return DeclarationDocument.read(body());
        } catch (MalformedJsonException e) {
            throw new RefusedException(Failure.MALFORMED, e.getMessage());
        }
    }

    WithdrawalReason withdrawal() {
        try {
            return WithdrawalReader.read(body());
        } catch (MalformedJsonException e) {
            throw new RefusedException(Failure.MALFORMED, e.getMessage());
        }
    }

    /** The body; it is not too large. */
    byte[] body() {
        return file().orElseThrow(() -> new RefusedException(Failure.TOO_LARGE));
    }

    /** The body as it came; empty if it was too large. */
    Optional<byte[]> file() {
        return body;
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

    /** A call on the dossiers. */
    @FunctionalInterface
    interface DossierCall {
        void run() throws EventRefusedException, NoSuchDossierException, StaleRevisionException, TooManyDraftsException;
    }

    /** Responds to exceptions of the call with the failures of the API. */
    void run(DossierCall call) {
        try {
            call.run();
        } catch (NoSuchDossierException e) {
            throw new RefusedException(Failure.NOT_FOUND);
        } catch (StaleRevisionException e) {
            throw new RefusedException(Failure.STALE);
        } catch (TooManyDraftsException e) {
            throw new RefusedException(Failure.TOO_MANY_DRAFTS);
        } catch (EventRefusedException e) {
            refuse(e);
        }
    }

    private void refuse(EventRefusedException e) {
        if (e.refusal() == Refusal.HAS_ERRORS) {
            DeclarationHandlers.reject(this, e.findings());
            return;
        }
        var status = e.refusal() == Refusal.NOT_ELIGIBLE ? 403 : 409;
        respond(status, ResponseWriter.error(e.refusal().code(), e.french(), e.english(), ""));
    }

    /** Says that a request failed. */
    static void fail(Context context, Failure failure, String detail) {
        switch (failure) {
            case NOT_SIGNED_IN -> context.header("WWW-Authenticate", "Bearer realm=\"santefr-form\"");
            case UNAVAILABLE, BUSY -> context.header("Retry-After", "5");
            default -> {}
        }
        var body = ResponseWriter.error(failure.code(), failure.french(), failure.english(), detail);
        respond(context, failure.status(), body);
    }

    private static void respond(Context context, int status, byte[] json) {
        context.status(status)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .contentType("application/json; charset=utf-8")
                .result(json);
    }
}
