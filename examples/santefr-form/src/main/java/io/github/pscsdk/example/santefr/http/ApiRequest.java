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
import io.github.pscsdk.example.santefr.introspection.CallerIdentification;
import io.github.pscsdk.example.santefr.json.ResponseWriter;
import io.github.pscsdk.example.santefr.json.WithdrawalReader;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.DossierStore.TooManyDraftsException;
import io.github.pscsdk.example.santefr.web.UnreadBody;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request to the API, and its response, which may not be cached. */
final class ApiRequest {
    private static final Logger LOG = LoggerFactory.getLogger(ApiRequest.class);
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,16000}=*)");
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[ -~]{1,128}");
    private static final int LARGEST_BODY = 128 * 1024;

    private final Context context;
    private final CallerIdentification callers;

    ApiRequest(Context context, CallerIdentification callers) {
        this.context = context;
        this.callers = callers;
    }

    /** Who presents a bearer token (RFC 6750 §2.1); one that is missing or malformed is a token that nobody knows. */
    Caller caller() {
        var token = BEARER.matcher(header("Authorization"));
        if (!token.matches()) {
            throw new RefusedException(Failure.NOT_SIGNED_IN);
        }
        try {
            return callers.identify(token.group(1)).orElseThrow(() -> new RefusedException(Failure.NOT_SIGNED_IN));
        } catch (IOException e) {
            LOG.warn("callers cannot be identified: {}", e.toString());
            throw new RefusedException(Failure.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Failure.UNAVAILABLE);
        }
    }

    /** The number in the path. */
    String number() {
        return context.pathParam("number");
    }

    /** Under which the request is carried out once. */
    String idempotencyKey() {
        var key = header("Idempotency-Key");
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

    /** Javalin's own limit trusts the length that the caller tells, so it lets a chunked body through. */
    private byte[] body() {
        try {
            var body = stream().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw new RefusedException(Failure.TOO_LARGE);
            }
            return body;
        } catch (IOException e) {
            throw new RefusedException(Failure.MALFORMED, "the body ended early");
        }
    }

    /** The body without a limit. */
    InputStream stream() {
        return context.bodyInputStream();
    }

    void respondWith(String header, String value) {
        context.header(header, value);
    }

    void respond(int status, byte[] json) {
        respond(context, status, json);
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

    /** Responds while part of the body was not read, which would be taken for the next request. */
    void respondUnread(int status, byte[] json) {
        context.header("Connection", "close");
        UnreadBody.hearOut(context);
        respond(status, json);
    }

    /** Says that a request failed. */
    static void fail(Context context, Failure failure, String detail) {
        switch (failure) {
            case NOT_SIGNED_IN -> context.header("WWW-Authenticate", "Bearer realm=\"santefr-form\"");
            case UNAVAILABLE -> context.header("Retry-After", "5");
            // What was not read would be taken for the next request.
            case TOO_LARGE -> context.header("Connection", "close");
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
