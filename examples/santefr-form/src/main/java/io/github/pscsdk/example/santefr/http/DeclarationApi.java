package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.dossier.DossierException;
import io.github.pscsdk.example.santefr.dossier.DossierException.Reason;
import io.github.pscsdk.example.santefr.dossier.DossierStore.IdempotentResult;
import io.github.pscsdk.example.santefr.dossier.DossierStore.IdempotentResult.How;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.StoredDossier;
import io.github.pscsdk.example.santefr.http.RefusedException.Failure;
import io.github.pscsdk.example.santefr.introspection.CallerIdentification;
import io.github.pscsdk.example.santefr.web.RequestBody;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /declarations}: declarations that software hands over as they are, without a draft here, and what it does with
 * them later, perhaps long after and without having looked. So {@code If-Match} takes the hash of the receipt, and
 * every request that changes something has a key, under which it is carried out once.
 */
public final class DeclarationApi {
    static final int LARGEST_BODY = 128 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(DeclarationApi.class);
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,16000}=*)");
    private static final String ALL = "/declarations";
    private static final String ONE = ALL + "/{number}";

    private final CallerIdentification callers;
    private final Dossiers dossiers;

    /** For callers whom {@code callers} knows. */
    public DeclarationApi(CallerIdentification callers, Dossiers dossiers) {
        this.callers = callers;
        this.dossiers = dossiers;
    }

    void addTo(JavalinConfig config) {
        var routes = config.routes;
        routes.post(ALL, sent(LARGEST_BODY, this::receive));
        routes.post(ALL + "/batch", sent(DeclarationBatch.MOST_BYTES, this::receiveAll));
        routes.get(ALL, read(this::list));
        routes.get(ONE, read(this::show));
        routes.put(ONE, sent(LARGEST_BODY, this::correct));
        routes.post(ONE + "/confirmation", sent(LARGEST_BODY, this::confirm));
        routes.post(ONE + "/withdrawal", sent(LARGEST_BODY, this::withdraw));
        addFailures(routes);
    }

    private static void addFailures(RoutesConfig routes) {
        routes.exception(RefusedException.class, (e, context) -> ApiRequest.fail(context, e.failure(), e.detail()));
        routes.exception(
                MalformedJsonException.class,
                (e, context) -> ApiRequest.fail(context, Failure.MALFORMED, e.getMessage()));
        routes.exception(DossierException.class, (e, context) -> {
            var isUnknown = e.reason() == Reason.UNKNOWN;
            ApiRequest.fail(context, isUnknown ? Failure.NOT_FOUND : Failure.STALE, "");
        });
        routes.exception(EventRefusedException.class, (e, context) -> {
            if (e.refusal() == Refusal.HAS_ERRORS) {
                ApiRequest.respond(context, 422, rejected(e.findings()));
            } else {
                var status = e.refusal() == Refusal.NOT_ELIGIBLE ? 403 : 409;
                ApiRequest.respond(
                        context, status, ResponseWriter.error(e.refusal().code(), e.text(), ""));
            }
        });
    }

    @FunctionalInterface
    private interface Action {
        void answer(ApiRequest request) throws MalformedJsonException, EventRefusedException, DossierException;
    }

    private Handler read(Action action) {
        return context -> action.answer(new ApiRequest(context, caller(context), Optional.empty()));
    }

    /** The caller is known before anything of the body is read. */
    private Handler sent(int mostBytes, Action action) {
        return context -> {
            var caller = caller(context);
            RequestBody.read(context, mostBytes, body -> action.answer(new ApiRequest(context, caller, body)));
        };
    }

    /** The caller of a bearer token (RFC 6750 §2.1); one that is missing or malformed is a token that nobody knows. */
    private Caller caller(Context context) {
        var token = BEARER.matcher(
                Optional.ofNullable(context.header("Authorization")).orElse(""));
        if (!token.matches()) {
            throw new RefusedException(Failure.NOT_SIGNED_IN);
        }
        try {
            var caller =
                    callers.identify(token.group(1)).orElseThrow(() -> new RefusedException(Failure.NOT_SIGNED_IN));
            dossiers.unite(caller);
            return caller;
        } catch (IOException e) {
            LOG.warn("callers cannot be identified: {}", e.toString());
            throw new RefusedException(Failure.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Failure.UNAVAILABLE);
        }
    }

    /** All that keeps one from being taken is told as findings. */
    private void receive(ApiRequest request) throws MalformedJsonException {
        var key = request.idempotencyKey();
        var declaration = request.declaration();
        try {
            var prepared = dossiers.prepare(declaration, request.caller(), key);
            respond(request, dossiers.take(List.of(prepared)).get(0));
        } catch (EventRefusedException e) {
            request.respond(
                    422,
                    rejected(dossiers.rules()
                            .check(declaration, request.caller())
                            .findings()));
        }
    }

    private void receiveAll(ApiRequest request) {
        request.respondLines(new DeclarationBatch(dossiers, request.caller()).take(request.body()));
    }

    private void list(ApiRequest request) {
        var all = dossiers.of(request.caller());
        request.respond(200, ResponseWriter.list(all));
    }

    private void show(ApiRequest request) throws DossierException {
        var stored = dossiers.last(request.number(), request.caller());
        request.respondWith("ETag", "\"" + stored.receipt().hash() + "\"");
        request.respond(200, ResponseWriter.declaration(stored));
    }

    private void correct(ApiRequest request) throws MalformedJsonException, EventRefusedException, DossierException {
        var key = request.idempotencyKey();
        var hash = request.receiptHash();
        var declaration = request.declaration();
        respond(request, dossiers.correct(request.number(), hash, declaration, request.caller(), key));
    }

    private void confirm(ApiRequest request) throws EventRefusedException, DossierException {
        var key = request.idempotencyKey();
        show(request, dossiers.confirm(request.number(), request.receiptHash(), request.caller(), key));
    }

    private void withdraw(ApiRequest request) throws MalformedJsonException, EventRefusedException, DossierException {
        var key = request.idempotencyKey();
        show(request, dossiers.withdraw(request.number(), request.withdrawal(), request.caller(), key));
    }

    private void show(ApiRequest request, Optional<StoredDossier> kept) {
        var now = kept.orElseThrow(() -> new RefusedException(Failure.CONFLICT));
        request.respond(200, ResponseWriter.summary(now));
    }

    private static void respond(ApiRequest request, IdempotentResult kept) {
        var status = status(kept);
        if (kept.how() == How.NEW) {
            request.respondWith("Location", ALL + "/" + kept.stored().receipt().number());
        }
        request.respond(status, ResponseWriter.receipt(kept.stored()));
    }

    /** Of the response with the receipt. */
    static int status(IdempotentResult kept) {
        var number = kept.stored().receipt().number();
        switch (kept.how()) {
            case NEW ->
                LOG.info(
                        "declaration {}: received, remarks of {}",
                        number,
                        rules(kept.stored().findings()));
            case REPEATED -> LOG.info("declaration {}: sent again, same receipt", number);
            case CONFLICT -> {
                LOG.info("declaration {}: its key came again with other content", number);
                throw new RefusedException(Failure.CONFLICT);
            }
        }
        return kept.how() == How.NEW ? 201 : 200;
    }

    /** The findings of the rules, as they are told. */
    static byte[] rejected(List<Finding> findings) {
        LOG.info("a declaration was rejected, remarks of {}", rules(findings));
        return ResponseWriter.findings(findings);
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().toList();
    }
}
