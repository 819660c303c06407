package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.diagnosis.RelyingPartyDiagnosis.Findings;
import io.github.pscsdk.relyingparty.internal.diagnosis.RelyingPartyDiagnosis.Setup;
import io.github.pscsdk.relyingparty.internal.drift.DiscoveryComparison;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftArea;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.relyingparty.internal.drift.KeyComparison;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Peer;
import io.github.pscsdk.relyingparty.internal.http.NetworkFailures;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys.Flaw;
import io.github.pscsdk.time.internal.ClockSkew;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * Checks PSC's metadata and keys, fetched anew, and our clock by PSC's. Informative differences are left to {@code
 * proxy-esante drift}.
 */
final class PublishedCheck {
    private final Setup setup;
    private final ClientCalls http;
    private final Provider provider;
    private final Findings findings;
    private final DiscoveryComparison discovery;

    PublishedCheck(Setup setup, ClientCalls http, Provider provider, Findings findings) {
        this.setup = setup;
        this.http = http;
        this.provider = provider;
        this.findings = findings;
        this.discovery = new DiscoveryComparison(setup.environment());
    }

    @FunctionalInterface
    private interface Comparison {
        List<DriftFinding> of(byte[] document) throws UnreadableJsonException;
    }

    CompletableFuture<Boolean> run() {
        return http.get(Endpoint.DISCOVERY, setup.environment().discovery())
                .handle((response, failure) -> failure == null
                        ? CompletableFuture.completedFuture(read(response))
                        : unreached(Futures.causeOf(failure)))
                .thenCompose(Function.identity());
    }

    private boolean read(HttpResponse response) {
        response.date().ifPresent(this::checkClock);
        return compare(response, discovery::compare);
    }

    /** PSC's clock is the header {@code Date}, which knows whole seconds. */
    private void checkClock(Instant theirs) {
        var skew = ClockSkew.between(setup.clock().instant(), theirs);
        if (skew.isNotable()) {
            // Beyond the leeway ID tokens are refused.
            findings.add(
                    ServerProblem.CLOCK_SKEWED,
                    skew.isWithin(setup.leeway()) ? Severity.WARNING : Severity.BLOCKING,
                    Map.of("clock", skew.toString()));
        }
    }

    CompletableFuture<Void> keys() {
        return provider.metadata()
                .thenCompose(metadata -> http.get(Endpoint.KEYS, metadata.keys()))
                .handle((response, failure) -> {
                    // Without usable metadata there is a finding on the document already.
                    if (failure == null && compare(response, body -> KeyComparison.compare(body, Set.of()))) {
                        tellSkipped(response.body());
                    }
                    return null;
                });
    }

    /** Keys that nobody could verify by; a short one has a finding already. */
    private void tellSkipped(byte[] keySet) {
        try {
            var keys = PublishedKeys.parse(keySet);
            var skipped = new TreeMap<>(keys.skipped());
            skipped.remove(Flaw.SHORT);
            if (!skipped.isEmpty()) {
                var count =
                        skipped.values().stream().mapToInt(Integer::intValue).sum();
                var reasons = skipped.keySet().stream().map(flaw -> flaw.name().toLowerCase(Locale.ROOT));
                findings.add(
                        ServerProblem.KEYS_UNUSABLE,
                        keys.isEmpty() ? Severity.BLOCKING : Severity.WARNING,
                        Map.of(
                                "member",
                                "skipped",
                                "count",
                                Integer.toString(count),
                                "reason",
                                reasons.collect(Collectors.joining(", "))));
            }
        } catch (PscException e) {
            findings.add(e.problem(), Severity.BLOCKING, Map.of());
        }
    }

    private boolean compare(HttpResponse response, Comparison comparison) {
        if (!response.isSuccess()) {
            var problem = Peer.PSC.unexpectedStatus("published", response).problem();
            findings.add(problem, Severity.BLOCKING, Map.of("status", Integer.toString(response.status())));
            return false;
        }
        try {
            comparison.of(response.body()).forEach(this::add);
            return true;
        } catch (UnreadableJsonException e) {
            findings.add(LoginProblem.PSC_ANSWER_INVALID, Severity.BLOCKING, Map.of());
            return false;
        }
    }

    private void add(DriftFinding difference) {
        if (difference.severity() != DriftSeverity.INFORMATIVE) {
            var problem = problem(difference);
            var hasOtherWayIn = problem == LoginProblem.BACKCHANNEL_NOT_ENABLED
                    && setup.redirectUri().isPresent();
            findings.add(
                    problem,
                    difference.severity() == DriftSeverity.MAY_BREAK || hasOtherWayIn
                            ? Severity.WARNING
                            : Severity.BLOCKING,
                    Map.of("member", difference.member()));
        }
    }

    private static Problem problem(DriftFinding difference) {
        if (difference.area() == DriftArea.KEYS) {
            return ServerProblem.KEYS_UNUSABLE;
        }
        if (!isAddress(difference.member())) {
            return ServerProblem.DISCOVERY_CHANGED;
        }
        if (!difference.found().equals(DriftFinding.ABSENT)) {
            return LoginProblem.ENVIRONMENT_MISMATCH;
        }
        return difference.member().equals("backchannel_authentication_endpoint")
                ? LoginProblem.BACKCHANNEL_NOT_ENABLED
                : ServerProblem.ENDPOINT_MISSING;
    }

    private static boolean isAddress(String member) {
        return member.equals("issuer") || member.endsWith("_endpoint") || member.endsWith("_uri");
    }

    private CompletableFuture<Boolean> unreached(Throwable failure) {
        if (failure instanceof PscException known && known.problem() != LoginProblem.PSC_UNAVAILABLE) {
            findings.add(known.problem(), Severity.BLOCKING, Map.of());
            return CompletableFuture.completedFuture(false);
        }
        return handshakeFailure(failure.getCause()).thenApply(cause -> {
            var problem = NetworkFailures.problem(
                    cause, setup.credentials().certificate().isPresent());
            var host = setup.environment().issuer().getHost();
            findings.add(problem, Severity.BLOCKING, Map.of("host", host));
            return false;
        });
    }

    /** PSC may have closed the connection because of our certificate: only a handshake on its own shows that. */
    private CompletableFuture<Throwable> handshakeFailure(Throwable failure) {
        var issuer = setup.environment().issuer();
        if (failure instanceof SSLException || !"https".equals(issuer.getScheme())) {
            return CompletableFuture.completedFuture(failure);
        }
        return http.handshake(issuer).handle((fine, refused) -> refused == null ? failure : Futures.causeOf(refused));
    }
}
