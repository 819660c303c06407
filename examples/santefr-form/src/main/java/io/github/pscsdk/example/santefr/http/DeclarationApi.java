package io.github.pscsdk.example.santefr.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.text.KebabCase;
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
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /declarations}: declarations that software hands over as they are, without a draft here, and what it does with
 * them later, perhaps long after and without having looked. So {@code If-Match} takes the hash of the receipt, and
 * every act has a key, under which it is carried out once.
 */
public final class DeclarationApi {
    private static final String ALL = "/declarations";
    private static final String ONE = ALL + "/{number}";

    /** Takes some megabytes. */
    public static final String BATCH = ALL + "/batch";

    static final int LARGEST_BODY = 128 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(DeclarationApi.class);
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,16000}=*)");
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[ -~]{1,128}");
    private static final Pattern TAG = Pattern.compile("\"([0-9a-f]{64})\"");

    private final CallerIdentification callers;
    private final Dossiers dossiers;

    public DeclarationApi(CallerIdentification callers, Dossiers dossiers) {
        this.callers = callers;
        this.dossiers = dossiers;
    }

    /** Puts the API on a server. */
    public void addTo(JavalinConfig config) {
        var routes = config.routes;
        routes.post(ALL, this::receive);
        routes.post(BATCH, this::receiveAll);
        routes.get(ALL, this::list);
        routes.get(ONE, this::show);
        routes.put(ONE, this::correct);
        routes.post(ONE + "/confirmation", this::confirm);
        routes.post(ONE + "/withdrawal", this::withdraw);
        addFailures(routes);
    }

    private static void addFailures(RoutesConfig routes) {
        routes.exception(RefusedException.class, (e, context) -> fail(context, e));
        routes.exception(
                MalformedJsonException.class,
                (e, context) -> fail(context, new RefusedException(Failure.MALFORMED, e.getMessage())));
        routes.exception(DossierException.class, (e, context) -> {
            var isUnknown = e.reason() == Reason.UNKNOWN;
            fail(context, new RefusedException(isUnknown ? Failure.NOT_FOUND : Failure.STALE));
        });
        routes.exception(EventRefusedException.class, (e, context) -> {
            if (e.refusal() == Refusal.HAS_ERRORS) {
                respond(context, 422, rejected(e.findings()));
            } else {
                var status = e.refusal() == Refusal.NOT_ELIGIBLE ? 403 : 409;
                respond(context, status, ApiAnswer.error(e.refusal().code(), e.text(), ""));
            }
        });
        routes.exception(Exception.class, (e, context) -> {
            // The class and the place, not the message: it may repeat a value.
            var place = e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0].toString();
            LOG.error("a request met a defect: {} at {}", e.getClass().getName(), place);
            fail(context, new RefusedException(Failure.INTERNAL));
        });
    }

    /** Answers software whose request the server has refused. */
    public static void refuse(int status, Context context) {
        fail(
                context,
                status == 404
                        ? new RefusedException(Failure.NOT_FOUND, "no such route")
                        : new RefusedException(Failure.MALFORMED, "not a request of this API"));
    }

    private static void fail(Context context, RefusedException refused) {
        switch (refused.failure()) {
            case NOT_SIGNED_IN -> context.header("WWW-Authenticate", "Bearer realm=\"santefr-form\"");
            case UNAVAILABLE -> context.header("Retry-After", "5");
            default -> {}
        }
        respond(context, refused.status(), refused.json());
    }

    private static void respond(Context context, int status, byte[] json) {
        context.status(status).contentType("application/json; charset=utf-8").result(json);
    }

    /** The caller of a bearer token (RFC 6750 §2.1); one that is missing or malformed is a token that nobody knows. */
    private Caller caller(Context context) {
        var token = BEARER.matcher(header(context, "Authorization"));
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
        }
    }

    private static String header(Context context, String name) {
        return Optional.ofNullable(context.header(name)).orElse("");
    }

    /** A key under which an act is carried out once. */
    static String idempotencyKey(String key) {
        if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw new RefusedException(Failure.IDEMPOTENCY_KEY);
        }
        return key;
    }

    /** The hash of the receipt that is referred to, in {@code If-Match} (RFC 9110 §13.1.1). */
    private static String receiptHash(Context context) {
        var tag = TAG.matcher(header(context, "If-Match"));
        if (!tag.matches()) {
            throw new RefusedException(Failure.REVISION);
        }
        return tag.group(1);
    }

    private static byte[] body(Context context, int mostBytes) {
        return RequestBody.read(context, mostBytes).orElseThrow(() -> new RefusedException(Failure.TOO_LARGE));
    }

    /** All that keeps one from being taken is told as findings. */
    private void receive(Context context) throws MalformedJsonException {
        var caller = caller(context);
        var key = idempotencyKey(header(context, "Idempotency-Key"));
        var declaration = DeclarationDocument.read(body(context, LARGEST_BODY));
        try {
            var prepared = dossiers.prepare(declaration, caller, key);
            respond(context, dossiers.take(List.of(prepared)).get(0));
        } catch (EventRefusedException e) {
            var findings = dossiers.rules().check(declaration, caller).findings();
            respond(context, 422, rejected(findings));
        }
    }

    /** The response has JSON values, each on a line of its own. */
    private void receiveAll(Context context) {
        var batch = new DeclarationBatch(dossiers, caller(context));
        respond(context, 200, batch.take(body(context, DeclarationBatch.MOST_BYTES)));
        context.contentType("application/x-ndjson");
    }

    private void list(Context context) {
        respond(context, 200, ApiAnswer.list(dossiers.of(caller(context))));
    }

    private void show(Context context) throws DossierException {
        var stored = dossiers.last(context.pathParam("number"), caller(context));
        context.header("ETag", "\"" + stored.receipt().hash() + "\"");
        respond(context, 200, ApiAnswer.declaration(stored));
    }

    private void correct(Context context) throws MalformedJsonException, EventRefusedException, DossierException {
        var caller = caller(context);
        var key = idempotencyKey(header(context, "Idempotency-Key"));
        var hash = receiptHash(context);
        var declaration = DeclarationDocument.read(body(context, LARGEST_BODY));
        respond(context, dossiers.correct(context.pathParam("number"), hash, declaration, caller, key));
    }

    private void confirm(Context context) throws EventRefusedException, DossierException {
        var caller = caller(context);
        var key = idempotencyKey(header(context, "Idempotency-Key"));
        show(context, dossiers.confirm(context.pathParam("number"), receiptHash(context), caller, key));
    }

    private static void show(Context context, Optional<StoredDossier> kept) {
        var now = kept.orElseThrow(() -> new RefusedException(Failure.CONFLICT));
        respond(context, 200, ApiAnswer.summary(now));
    }

    private record Withdrawal(@JsonProperty(required = true) String reason) {}

    private void withdraw(Context context) throws MalformedJsonException, EventRefusedException, DossierException {
        var caller = caller(context);
        var key = idempotencyKey(header(context, "Idempotency-Key"));
        var code = DeclarationJson.read(body(context, LARGEST_BODY), Withdrawal.class)
                .reason();
        var reason = Arrays.stream(WithdrawalReason.values())
                .filter(known -> KebabCase.of(known).equals(code))
                .findFirst()
                .orElseThrow(() -> new MalformedJsonException("reason is none of the known"));
        show(context, dossiers.withdraw(context.pathParam("number"), reason, caller, key));
    }

    private static void respond(Context context, IdempotentResult kept) {
        var status = status(kept);
        if (kept.how() == How.NEW) {
            context.header("Location", ALL + "/" + kept.stored().receipt().number());
        }
        respond(context, status, ApiAnswer.receipt(kept.stored()));
    }

    /** Of the response with the receipt. */
    static int status(IdempotentResult kept) {
        var number = kept.stored().receipt().number();
        var rules = rules(kept.stored().findings());
        switch (kept.how()) {
            case NEW -> LOG.info("declaration {}: received, remarks of {}", number, rules);
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
        return ApiAnswer.findings(findings);
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().toList();
    }
}
