package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.endpoint.PscEndpoints;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.time.internal.Scheduler;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** One run of all checks for one client; those that need PSC go on until {@link #LIMIT}. */
public final class RelyingPartyDiagnosis {
    /** After this time the findings so far are the result. */
    public static final Duration LIMIT = Duration.ofMillis(2500);

    private static final Duration LATE = Duration.ofSeconds(1);

    /**
     * @param toldSecret the names of the APIs whose authorization servers are told the client's secret
     * @param asksClient whether PSC is asked if it accepts the client
     */
    public record Setup(
            PscEnvironment environment,
            ClientCredentials credentials,
            Optional<URI> redirectUri,
            Optional<URI> postLogoutRedirectUri,
            Duration leeway,
            Set<String> algorithms,
            List<String> toldSecret,
            boolean asksClient,
            Clock clock) {}

    private final Findings findings = new Findings();
    private final Setup setup;
    private final PublishedCheck published;
    private final ClientProbe probe;
    private final Scheduler timer;

    public RelyingPartyDiagnosis(Setup setup, ClientCalls http, Provider provider, PscEndpoints psc, Scheduler timer) {
        this.setup = setup;
        this.published = new PublishedCheck(setup, http, provider, findings);
        this.probe = new ClientProbe(psc, setup, findings);
        this.timer = timer;
    }

    /** The findings by the limit; called once. Never fails. */
    public CompletableFuture<List<Diagnostic>> run() {
        SettingsCheck.check(setup, findings);
        var report = new CompletableFuture<List<Diagnostic>>();
        var begin = timer.elapsed();
        var isLate = new AtomicBoolean();
        var late = timer.after(LATE, () -> isLate.set(true));
        var limit = timer.after(LIMIT, () -> {
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
                .thenCompose(reached -> reached && setup.asksClient()
                        ? CompletableFuture.allOf(published.keys(), probe.run())
                        : reached ? published.keys() : CompletableFuture.completedFuture(null));
    }

    private void slow(String answered, Duration begin) {
        var waited = timer.elapsed().minus(begin).toMillis() / 1000.0 + " s";
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
