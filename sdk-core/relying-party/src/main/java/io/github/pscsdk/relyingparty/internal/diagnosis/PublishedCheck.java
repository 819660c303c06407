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
import io.github.pscsdk.relyingparty.internal.http.ClientCalls;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Peer;
import io.github.pscsdk.relyingparty.internal.http.NetworkFailures;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys.Flaw;
import io.github.pscsdk.time.internal.ClockSkew;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * Checks PSC's metadata and keys, fetched anew, and our clock by PSC's. Informative differences are left to {@code
 * proxy-esante drift}.
 */
record PublishedCheck(Setup setup, ClientCalls http, Provider provider, Findings findings) {
    CompletableFuture<Boolean> run() {
        return http.get(Endpoint.DISCOVERY, setup.environment().discovery())
                .handle((response, failure) -> failure == null
                        ? CompletableFuture.completedFuture(read(response))
                        : unreached(Futures.causeOf(failure)))
                .thenCompose(Function.identity());
    }

    private boolean read(HttpResponse response) {
        response.date().ifPresent(this::checkClock);
        return isPublished(response) && checkMetadata(response.body());
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

    private boolean isPublished(HttpResponse response) {
        if (!response.isSuccess()) {
            var problem = Peer.PSC.unexpectedStatus("published", response).problem();
            findings.add(problem, Severity.BLOCKING, Map.of("status", Integer.toString(response.status())));
        }
        return response.isSuccess();
    }

    private boolean checkMetadata(byte[] document) {
        try {
            var used = new UsedMetadata(setup.environment());
            var members = RelyingPartyJson.readTexts(document);
            var names = new TreeSet<>(UsedMetadata.ADDRESSES);
            names.addAll(members.keySet());
            for (var name : names) {
                var values = members.getOrDefault(name, List.of());
                used.fault(name, values).ifPresent(severity -> add(problem(name, values), severity, name));
            }
            return true;
        } catch (UnreadableJsonException e) {
            findings.add(LoginProblem.PSC_ANSWER_INVALID, Severity.BLOCKING, Map.of());
            return false;
        }
    }

    private void add(Problem problem, Severity severity, String member) {
        var hasOtherWayIn = problem == LoginProblem.BACKCHANNEL_NOT_ENABLED
                && setup.redirectUri().isPresent();
        findings.add(problem, hasOtherWayIn ? Severity.WARNING : severity, Map.of("member", member));
    }

    private static Problem problem(String member, List<String> values) {
        if (!UsedMetadata.isAddress(member)) {
            return ServerProblem.DISCOVERY_CHANGED;
        }
        if (!values.isEmpty()) {
            return LoginProblem.ENVIRONMENT_MISMATCH;
        }
        return member.equals("backchannel_authentication_endpoint")
                ? LoginProblem.BACKCHANNEL_NOT_ENABLED
                : ServerProblem.ENDPOINT_MISSING;
    }

    CompletableFuture<Void> keys() {
        return provider.metadata()
                .thenCompose(metadata -> http.get(Endpoint.KEYS, metadata.keys()))
                .handle((response, failure) -> {
                    // Without usable metadata there is a finding on the document already.
                    if (failure == null && isPublished(response)) {
                        checkKeys(response.body());
                    }
                    return null;
                });
    }

    private void checkKeys(byte[] keySet) {
        try {
            var keys = PublishedKeys.parse(keySet);
            var isUsable = setup.algorithms().stream().anyMatch(keys::serves);
            if (!isUsable) {
                add(ServerProblem.KEYS_UNUSABLE, Severity.BLOCKING, "usable");
            }
            var skipped = new TreeMap<>(keys.skipped());
            if (skipped.remove(Flaw.SHORT) != null) {
                add(ServerProblem.KEYS_UNUSABLE, Severity.WARNING, "size");
            }
            if (!skipped.isEmpty()) {
                tellSkipped(skipped, isUsable ? Severity.WARNING : Severity.BLOCKING);
            }
        } catch (PscException e) {
            findings.add(e.problem(), Severity.BLOCKING, Map.of());
        }
    }

    /** Keys that nobody could verify by. */
    private void tellSkipped(Map<Flaw, Integer> skipped, Severity severity) {
        var count = skipped.values().stream().mapToInt(Integer::intValue).sum();
        var reasons = skipped.keySet().stream().map(flaw -> flaw.name().toLowerCase(Locale.ROOT));
        findings.add(
                ServerProblem.KEYS_UNUSABLE,
                severity,
                Map.of(
                        "member",
                        "skipped",
                        "count",
                        Integer.toString(count),
                        "reason",
                        reasons.collect(Collectors.joining(", "))));
    }

    private CompletableFuture<Boolean> unreached(Throwable failure) {
        if (failure instanceof PscException known && known.problem() != LoginProblem.PSC_UNAVAILABLE) {
            findings.add(known.problem(), Severity.BLOCKING, Map.of());
            return CompletableFuture.completedFuture(false);
        }
        return handshakeFailure(Objects.requireNonNullElse(failure.getCause(), failure))
                .thenApply(cause -> {
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
