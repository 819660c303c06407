package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.relyingparty.drift.DriftFinding;
import io.github.pscsdk.relyingparty.internal.async.Steps;
import io.github.pscsdk.relyingparty.internal.drift.DiscoveryComparison;
import io.github.pscsdk.relyingparty.internal.drift.KeyComparison;
import io.github.pscsdk.relyingparty.internal.drift.KnownBreaks;
import io.github.pscsdk.relyingparty.internal.http.AnswerTooLargeException;
import io.github.pscsdk.relyingparty.internal.http.HttpAnswer;
import io.github.pscsdk.relyingparty.internal.http.HttpCalls;
import io.github.pscsdk.relyingparty.internal.http.HttpFailures;
import io.github.pscsdk.relyingparty.internal.json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/** What PSC publishes, fetched anew: whatever the relying party has kept may be older than the trouble. */
final class PublishedCheck {
    private final Setup setup;
    private final HttpCalls http;
    private final Provider provider;
    private final DiscoveryComparison discovery;
    private final KeyComparison keys;

    PublishedCheck(Setup setup, HttpCalls http, Provider provider) {
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
                    // Where there are no metadata to use, the document itself was told already.
                    if (failure == null) {
                        compare(answer, body -> keys.compare(body, Set.of()), findings);
                    }
                    return null;
                });
    }

    private boolean compare(HttpAnswer answer, Comparison comparison, Findings findings) {
        if (!answer.isSuccess()) {
            var problem = HttpFailures.unexpectedStatus("published", answer).problem();
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
        if (failure instanceof AnswerTooLargeException) {
            findings.add(LoginProblem.PSC_ANSWER_INVALID, Severity.BLOCKING, Map.of());
            return CompletableFuture.completedFuture(false);
        }
        return secondLook(failure).thenApply(cause -> {
            var problem = NetworkFailure.problem(cause, setup.certificate().isPresent());
            var host = setup.environment().issuer().getHost();
            findings.add(problem, Severity.BLOCKING, Map.of("host", host));
            return false;
        });
    }

    /** A connection that broke may have been broken because of our certificate: that, only the handshake itself tells. */
    private CompletableFuture<Throwable> secondLook(Throwable failure) {
        var issuer = setup.environment().issuer();
        if (failure instanceof SSLException || !"https".equals(issuer.getScheme())) {
            return CompletableFuture.completedFuture(failure);
        }
        return http.handshake(issuer).handle((fine, refused) -> refused == null ? failure : Steps.causeOf(refused));
    }
}
