package io.github.pscsdk.proxy.internal.server;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.internal.http.RefusedException;
import io.github.pscsdk.proxy.internal.http.ResponseBody;
import io.github.pscsdk.proxy.internal.json.TraceLines;
import io.github.pscsdk.proxy.internal.monitoring.ProxyMetrics;
import io.github.pscsdk.proxy.internal.monitoring.StoreWatch;
import io.github.pscsdk.proxy.internal.server.WebServer.Services;
import io.github.pscsdk.proxyprotocol.internal.ProxyDiagnosis;
import io.github.pscsdk.proxyprotocol.internal.ProxyDiagnosis.Finding;
import io.github.pscsdk.proxyprotocol.internal.ProxyStatus;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.tracestore.TracePosition;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of the proxy itself, whether this node can take logins, and of what was done through it ({@code /traces},
 * {@code /v1/traces}). Changes nothing.
 */
record MonitoringRoutes(Services services) {
    private static final Logger log = LoggerFactory.getLogger(MonitoringRoutes.class);

    /** The version of the additions under {@code /v1}; the OpenAPI file bears it too. */
    static final String CONTRACT = "1.8.0";

    /** Of one answer, which is in memory as a whole. */
    private static final int MOST_TRACES = 20_000;

    private static final int USUAL_PAGE = 500;
    private static final int LARGEST_PAGE = 1_000;

    private static final byte[] ALIVE = "{\"alive\":true}".getBytes(StandardCharsets.US_ASCII);

    // ISO 8601 offsets: Z, +01:00, +0100, +01.
    private static final DateTimeFormatter ISO_8601 = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    /** {@code GET /health}: the process answers. Touches nothing else. */
    void health(Context ctx) {
        ResponseBody.json(ctx, ALIVE);
    }

    /** @param ready whether nothing is BLOCKING */
    private record Readiness(boolean ready, List<CodedFinding> findings) {}

    /** By its code alone: anybody may read it. */
    private record CodedFinding(String problem, Severity severity) {
        CodedFinding(Problem problem, Severity severity) {
            this(problem.code(), severity);
        }
    }

    /**
     * {@code GET /ready}: whether this node can take logins, for a load balancer. Asks nobody, but has a Pro Santé
     * Connect tried again that was away at the start.
     */
    void ready(Context ctx) {
        var found = new ArrayList<CodedFinding>();
        if (services.pending().isClosed()) {
            found.add(new CodedFinding(LoginProblem.SERVER_HALF_BUSY, Severity.BLOCKING));
        }
        if (!services.clients().areReady()) {
            found.add(new CodedFinding(LoginProblem.PSC_UNAVAILABLE, Severity.BLOCKING));
        }
        ofStore().ifPresent(problem -> found.add(new CodedFinding(problem, Severity.BLOCKING)));
        // No reason to send calls elsewhere: without calls it would never be found out that there is room again.
        services.journal().finding().ifPresent(lost -> found.add(new CodedFinding(lost.problem(), Severity.WARNING)));
        // All nodes have the same.
        services.certificates().problems().forEach(problem -> found.add(new CodedFinding(problem, Severity.WARNING)));
        var ready = found.stream().noneMatch(finding -> finding.severity() == Severity.BLOCKING);
        ctx.status(ready ? 200 : 503);
        ResponseBody.json(ctx, new Readiness(ready, found));
    }

    private Optional<LoginProblem> ofStore() {
        return services.storeWatch().flatMap(StoreWatch::problem);
    }

    /** {@code GET /v1/status}: which Pro Santé Connect is behind this proxy. */
    void status(Context ctx) {
        ResponseBody.json(
                ctx, new ProxyStatus(services.configuration().environment().kind(), CONTRACT));
    }

    /**
     * {@code GET /v1/diagnosis}: for one client id or for all, of which the fact {@code client} says whose a finding
     * is. No thread waits.
     */
    void diagnosis(Context ctx) {
        var asked = asked(Optional.ofNullable(ctx.queryParam("clientId")));
        var parts = asked.stream()
                .map(party -> services.diagnoses()
                        .of(party.clientId())
                        .thenApply(found -> found.stream()
                                .map(finding -> asked.size() > 1 ? finding.with("client", party.clientId()) : finding)))
                .toList();
        var own = Stream.of(
                        services.journal().finding().stream(),
                        ofStore().map(problem -> Diagnostic.of(problem, Severity.BLOCKING)).stream(),
                        services.certificates().findings().stream())
                .flatMap(found -> found);
        ctx.future(() -> CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenAccept(done -> {
                    var found = Stream.concat(own, parts.stream().flatMap(CompletableFuture::join));
                    ResponseBody.json(
                            ctx,
                            new ProxyDiagnosis(found.map(MonitoringRoutes::told).toList()));
                }));
    }

    private Collection<RelyingParty> asked(Optional<String> clientId) {
        var clients = services.clients();
        if (clientId.isEmpty()) {
            return clients.all();
        }
        return clientId.flatMap(clients::find)
                .map(List::of)
                .orElseThrow(() -> RefusedException.of(LoginProblem.NOT_CONFIGURED));
    }

    private static Finding told(Diagnostic finding) {
        return new Finding(
                finding.problem().code(), Optional.of(finding.severity().name()), finding.facts());
    }

    /** {@code GET /traces}: for an operator, since traces hold everybody's identifiers and sessions. */
    void traces(Context ctx) {
        demandOperator(ctx);
        var begin = TracePosition.endOf(start(ctx));
        var end = end(ctx);
        ctx.future(() -> services.journal().page(begin, end, MOST_TRACES).thenAccept(page -> {
            if (page.next().isPresent()) {
                throw RefusedException.malformed("more than " + MOST_TRACES + " traces: /v1/traces has pages");
            }
            ResponseBody.json(ctx, TraceLines.array(page.traces()));
        }));
    }

    /** {@code GET /v1/traces}: the same, a page at a time, with those that cannot be read here. */
    void pageOfTraces(Context ctx) {
        demandOperator(ctx);
        var begin = TracePosition.endOf(start(ctx));
        var end = end(ctx);
        var limit = limit(ctx);
        var after = Optional.ofNullable(ctx.queryParam("after"))
                .map(text -> TracePosition.parse(text)
                        .orElseThrow(() -> RefusedException.malformed("after is what the page before had as next")))
                .filter(position -> position.compareTo(begin) > 0)
                .orElse(begin);
        ctx.future(() -> services.journal().page(after, end, limit).thenAccept(page -> {
            page.traces().stream()
                    .flatMap(trace -> trace.failure().stream())
                    .findFirst()
                    .ifPresent(why -> log.warn("traces that were asked for: {}", why.getMessage()));
            ResponseBody.json(ctx, TraceLines.page(page.traces(), page.next()));
        }));
    }

    private static int limit(Context ctx) {
        var text = ctx.queryParam("limit");
        if (text == null) {
            return USUAL_PAGE;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LARGEST_PAGE) {
            throw RefusedException.malformed("limit is a number from 1 to " + LARGEST_PAGE);
        }
        return Integer.parseInt(text);
    }

    private static Instant start(Context ctx) {
        return instant(ctx, "start").orElseThrow(() -> RefusedException.malformed("start is missing"));
    }

    private Instant end(Context ctx) {
        return instant(ctx, "end").orElseGet(services.journal()::now);
    }

    /** {@code GET /metrics}: for an operator, in the text format of Prometheus. */
    void metrics(Context ctx) {
        demandOperator(ctx);
        var metrics = services.metrics().orElseThrow(() -> RefusedException.of(LoginProblem.NOT_CONFIGURED));
        ctx.header("Cache-Control", "no-store");
        ctx.contentType(ProxyMetrics.CONTENT_TYPE).result(metrics.text());
    }

    private static void demandOperator(Context ctx) {
        if (!CallerAuthentication.caller(ctx).operator()) {
            throw RefusedException.of(403, LoginProblem.APPLICATION_REJECTED);
        }
    }

    private static Optional<Instant> instant(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).map(text -> parse(text, name));
    }

    private static Instant parse(String text, String name) {
        try {
            // A plus that the caller did not encode arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+'), ISO_8601).toInstant();
        } catch (DateTimeException e) {
            throw RefusedException.malformed(name + " is an ISO 8601 date and time with Z or an offset");
        }
    }
}
