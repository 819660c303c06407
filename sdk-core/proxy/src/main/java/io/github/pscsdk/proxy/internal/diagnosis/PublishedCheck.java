package io.github.pscsdk.proxy.internal.diagnosis;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.proxy.internal.diagnosis.ClientDiagnosis.Findings;
import io.github.pscsdk.proxy.internal.json.FlatDocument;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Peer;
import io.github.pscsdk.relyingparty.internal.json.ProviderMetadata;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys;
import io.github.pscsdk.relyingparty.internal.oidc.PublishedKeys.Flaw;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.time.internal.ClockSkew;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * Checks PSC's metadata and keys, and our clock by PSC's. Informative differences are left to {@code proxy-esante
 * drift}.
 */
record PublishedCheck(ExaminedClient examined, ClientCalls http, Findings findings) {
    /** The metadata, where logins can use them. */
    CompletableFuture<Optional<ProviderMetadata>> run() {
        return http.get(Endpoint.DISCOVERY, examined.environment().discovery())
                .handle((response, failure) -> failure == null
                        ? CompletableFuture.completedFuture(read(response))
                        : unreached(Futures.causeOf(failure)))
                .thenCompose(Function.identity());
    }

    private Optional<ProviderMetadata> read(HttpResponse response) {
        response.date().ifPresent(this::checkClock);
        return isPublished(response) ? checkMetadata(response.body()) : Optional.empty();
    }

    /** PSC's clock is the header {@code Date}, which knows whole seconds. */
    private void checkClock(Instant theirs) {
        var skew = ClockSkew.between(examined.now(), theirs);
        if (skew.isNotable()) {
            // Beyond the leeway ID tokens are refused.
            findings.add(
                    ServerProblem.CLOCK_SKEWED,
                    skew.isWithin(PscProfile.LEEWAY) ? Severity.WARNING : Severity.BLOCKING,
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

    private Optional<ProviderMetadata> checkMetadata(byte[] document) {
        var isTold = false;
        try {
            isTold = checkMembers(FlatDocument.read(document));
            return Optional.of(ProviderMetadata.read(document, examined.environment(), examined.hasCertificate()));
        } catch (IOException | UnreadableJsonException e) {
            findings.add(LoginProblem.PSC_ANSWER_INVALID, Severity.BLOCKING, Map.of());
        } catch (PscException e) {
            // By its member there is a finding already, with a closer name.
            if (!isTold) {
                findings.add(e.problem(), Severity.BLOCKING, Map.of());
            }
        }
        return Optional.empty();
    }

    /** Whether there is a finding on some member. */
    private boolean checkMembers(FlatDocument document) {
        var used = new UsedMetadata(examined.environment());
        var names = new TreeSet<>(UsedMetadata.ADDRESSES);
        names.addAll(document.members().keySet());
        var isTold = false;
        for (var name : names) {
            var values = document.values(name);
            var fault = used.fault(name, values);
            fault.ifPresent(severity -> add(problem(name, values), severity, name));
            isTold |= fault.isPresent();
        }
        return isTold;
    }

    private void add(Problem problem, Severity severity, String member) {
        // Without the back channel there still is the browser.
        var isOneWayIn = problem == LoginProblem.BACKCHANNEL_NOT_ENABLED;
        findings.add(problem, isOneWayIn ? Severity.WARNING : severity, Map.of("member", member));
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

    CompletableFuture<Void> keys(URI address) {
        return http.get(Endpoint.KEYS, address).handle((response, failure) -> {
            if (Futures.causeOf(failure) instanceof PscException known) {
                findings.add(known.problem(), Severity.BLOCKING, Map.of("host", address.getHost()));
            } else if (isPublished(response)) {
                checkKeys(response.body());
            }
            return null;
        });
    }

    private void checkKeys(byte[] keySet) {
        try {
            var keys = PublishedKeys.parse(keySet);
            var isUsable = PscProfile.ID_TOKEN_ALGORITHMS.stream().anyMatch(keys::serves);
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

    private CompletableFuture<Optional<ProviderMetadata>> unreached(Throwable failure) {
        if (failure instanceof PscException known && known.problem() != LoginProblem.PSC_UNAVAILABLE) {
            findings.add(known.problem(), Severity.BLOCKING, Map.of());
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return handshakeFailure(Objects.requireNonNullElse(failure.getCause(), failure))
                .thenApply(cause -> {
                    var problem = NetworkFailures.problem(cause, examined.hasCertificate());
                    var host = examined.environment().issuer().getHost();
                    findings.add(problem, Severity.BLOCKING, Map.of("host", host));
                    return Optional.empty();
                });
    }

    /** PSC may have closed the connection because of our certificate: only a handshake on its own shows that. */
    private CompletableFuture<Throwable> handshakeFailure(Throwable failure) {
        var issuer = examined.environment().issuer();
        if (failure instanceof SSLException
                || !"https".equals(issuer.getScheme())
                || examined.proxy().forwardProxy().isFor(issuer)) {
            return CompletableFuture.completedFuture(failure);
        }
        return TlsHandshake.refusal(
                        issuer,
                        examined.credentials().keyManagers(),
                        examined.proxy().trustedCertificates())
                .thenApply(refusal -> refusal.orElse(failure));
    }
}
