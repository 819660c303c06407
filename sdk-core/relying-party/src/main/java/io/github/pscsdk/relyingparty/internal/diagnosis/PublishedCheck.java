package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.relyingparty.drift.DriftFinding;
import io.github.pscsdk.relyingparty.internal.async.Steps;
import io.github.pscsdk.relyingparty.internal.drift.DiscoveryComparison;
import io.github.pscsdk.relyingparty.internal.drift.KeyComparison;
import io.github.pscsdk.relyingparty.internal.drift.KnownBreaks;
import io.github.pscsdk.relyingparty.internal.http.HttpAnswer;
import io.github.pscsdk.relyingparty.internal.http.HttpCalls;
import io.github.pscsdk.relyingparty.internal.json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/** Checks PSC's metadata and keys, fetched anew: the cached ones may be older than the problem. */
final class PublishedCheck {
    private final DiagnosisSettings setup;
    private final HttpCalls http;
    private final Provider provider;
    private final DiscoveryComparison discovery;
    private final KeyComparison keys;

    PublishedCheck(DiagnosisSettings setup, HttpCalls http, Provider provider) {
        this.setup = setup;
        this.http = http;
        this.provider = provider;
        var known = new KnownBreaks();
        this.discovery = new DiscoveryComparison(setup.environment(), known);
        this.keys = new KeyComparison(known);
    }

    @FunctionalInterface
    private interface Comparison {
        List<DriftFinding> of(byte[] document) throws UnreadableJsonException;
    }

    /** Fetches the discovery document; whether it was there. */
    CompletableFuture<Boolean> run(Findings findings) {
        return http.get(setup.environment().discovery())
                .handle((answer, failure) -> failure == null
                        ? CompletableFuture.completedFuture(read(answer, findings))
                        : unreached(Steps.causeOf(failure), findings))
                .thenCompose(Function.identity());
    }

    private boolean read(HttpAnswer answer, Findings findings) {
        answer.date().ifPresent(date -> ClockSkew.check(date, setup.clock().instant(), setup.leeway(), findings));
        return compare(answer, discovery::compare, findings);
    }

    /** Fetches the keys from where the relying party takes them. */
    CompletableFuture<Void> keys(Findings findings) {
        return provider.metadata()
                .thenCompose(metadata -> http.get(metadata.keys()))
                .handle((answer, failure) -> {
                    // Without usable metadata there is a finding on the document already.
                    if (failure == null) {
                        compare(answer, body -> keys.compare(body, Set.of()), findings);
                    }
                    return null;
                });
    }

    private boolean compare(HttpAnswer answer, Comparison comparison, Findings findings) {
        if (!answer.isSuccess()) {
            var problem = answer.unexpectedStatus("published").problem();
            findings.add(problem, Severity.BLOCKING, Map.of("status", Integer.toString(answer.status())));
            return false;
        }
        try {
            var backchannelAlone = setup.redirectUri().isEmpty();
            DriftProblems.add(comparison.of(answer.body()), backchannelAlone, findings);
            return true;
        } catch (UnreadableJsonException e) {
            findings.add(LoginProblem.PSC_ANSWER_INVALID, Severity.BLOCKING, Map.of());
            return false;
        }
    }

    private CompletableFuture<Boolean> unreached(Throwable failure, Findings findings) {
        if (failure instanceof HttpAnswer.TooLargeException) {
            findings.add(LoginProblem.PSC_ANSWER_INVALID, Severity.BLOCKING, Map.of());
            return CompletableFuture.completedFuture(false);
        }
        return handshakeFailure(failure).thenApply(cause -> {
            var problem = NetworkFailure.problem(
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
        return http.handshake(issuer).handle((fine, refused) -> refused == null ? failure : Steps.causeOf(refused));
    }
}
