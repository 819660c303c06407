package io.github.pscsdk.proxy.internal.diagnosis;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections;
import io.github.pscsdk.relyingparty.internal.json.ProviderMetadata;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** One run of all checks for one client; those that need PSC go on until {@link #LIMIT}. */
final class ClientDiagnosis {
    /** After this time the findings so far are the result. */
    static final Duration LIMIT = Duration.ofMillis(2500);

    private static final Duration LATE = Duration.ofSeconds(1);

    private final Findings findings = new Findings();
    private final ExaminedClient examined;
    private final ClientConnections connections;
    private final PublishedCheck published;
    private final Scheduler timers;

    ClientDiagnosis(ExaminedClient examined, Scheduler timers) {
        this.examined = examined;
        this.connections = new ClientConnections(
                examined.client().id(),
                examined.credentials(),
                examined.proxy().trustedCertificates(),
                examined.proxy().forwardProxy(),
                Optional.empty(),
                Events.NONE);
        this.published = new PublishedCheck(examined, connections.psc(), findings);
        this.timers = timers;
    }

    /** The findings by the limit; called once. Never fails. */
    CompletableFuture<List<Diagnostic>> run() {
        SettingsCheck.check(examined, findings);
        var report = new CompletableFuture<List<Diagnostic>>();
        report.thenRun(connections::close);
        var begin = timers.elapsed();
        var isLate = new AtomicBoolean();
        var late = timers.after(LATE, () -> isLate.set(true));
        var limit = timers.after(LIMIT, () -> {
            slow("no", begin);
            report.complete(findings.soFar());
        });
        askPsc().whenComplete((done, failure) -> {
            late.run();
            limit.run();
            if (isLate.get()) {
                slow("late", begin);
            }
            if (failure != null) {
                findings.add(LoginProblem.PSC_ANSWER_INVALID, Severity.WARNING, Map.of());
            }
            report.complete(findings.soFar());
        });
        return report;
    }

    private CompletableFuture<Void> askPsc() {
        return published
                .run()
                .thenCompose(
                        usable -> usable.map(this::askMore).orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    private CompletableFuture<Void> askMore(ProviderMetadata psc) {
        var keys = published.keys(psc.keys());
        return examined.proxy().clientProbe()
                ? CompletableFuture.allOf(keys, new ClientProbe(examined, connections.psc(), psc, findings).run())
                : keys;
    }

    private void slow(String answered, Duration begin) {
        var waited = timers.elapsed().minus(begin).toMillis() / 1000.0 + " s";
        findings.add(ServerProblem.PSC_SLOW, Severity.WARNING, Map.of("answered", answered, "waited", waited));
    }

    /** The findings of one diagnosis so far. Safe for any thread. */
    static final class Findings {
        private final Queue<Diagnostic> found = new ConcurrentLinkedQueue<>();

        void add(Problem problem, Severity severity, Map<String, String> facts) {
            found.add(Diagnostic.of(problem, severity).with(facts));
        }

        /** Each finding once; of the same problem at the same place only the first. */
        List<Diagnostic> soFar() {
            return found.stream()
                    .filter(finding -> found.stream()
                                    .filter(other -> isTheSame(other, finding))
                                    .findFirst()
                                    .orElse(finding)
                            == finding)
                    .toList();
        }

        /** The token endpoint and the back channel may fail for the same reason: that counts as one finding. */
        private static boolean isTheSame(Diagnostic one, Diagnostic other) {
            var member = Optional.ofNullable(one.facts().get("member"));
            var another = Optional.ofNullable(other.facts().get("member"));
            return one.problem() == other.problem()
                    && (member.isEmpty() || another.isEmpty() || member.equals(another));
        }
    }
}
