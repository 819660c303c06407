package io.github.pscsdk.relyingparty.internal.diagnosis;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.relyingparty.internal.endpoint.BackchannelEndpoint;
import io.github.pscsdk.relyingparty.internal.endpoint.TokenEndpoint;
import io.github.pscsdk.relyingparty.internal.http.HttpCalls;
import io.github.pscsdk.relyingparty.internal.oidc.Provider;
import io.github.pscsdk.relyingparty.internal.time.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs all checks for one client; those that need PSC go on until {@link #LIMIT}. */
public final class Diagnosis {
    /** After this time the findings so far are the result, whatever PSC does. */
    public static final Duration LIMIT = Duration.ofMillis(2500);

    private static final Duration LATE = Duration.ofSeconds(1);

    private final DiagnosisSettings setup;
    private final PublishedCheck published;
    private final ClientProbe probe;
    private final Scheduler timer;

    public Diagnosis(
            DiagnosisSettings setup,
            HttpCalls http,
            Provider provider,
            TokenEndpoint tokens,
            BackchannelEndpoint backchannel,
            Scheduler timer) {
        this.setup = setup;
        this.published = new PublishedCheck(setup, http, provider);
        this.probe = new ClientProbe(tokens, backchannel, setup);
        this.timer = timer;
    }

    /** The findings by the limit. Never fails. */
    public CompletableFuture<List<Diagnostic>> run() {
        var findings = new Findings();
        setup.checkWhatIsHere(findings);
        var report = new CompletableFuture<List<Diagnostic>>();
        var isLate = new AtomicBoolean();
        var late = timer.after(LATE, () -> isLate.set(true));
        var limit = timer.after(LIMIT, () -> {
            slow("no", findings);
            report.complete(findings.soFar());
        });
        askPsc(findings).whenComplete((done, failure) -> {
            late.run();
            limit.run();
            if (isLate.get()) {
                slow("late", findings);
            }
            if (failure != null) {
                findings.add(LoginProblem.PSC_ANSWER_INVALID, Severity.WARNING, Map.of());
            }
            report.complete(findings.soFar());
        });
        return report;
    }

    private CompletableFuture<Void> askPsc(Findings findings) {
        return published
                .run(findings)
                .thenCompose(reached -> reached && setup.asksClient()
                        ? CompletableFuture.allOf(published.keys(findings), probe.run(findings))
                        : reached ? published.keys(findings) : CompletableFuture.completedFuture(null));
    }

    private static void slow(String answered, Findings findings) {
        findings.add(ServerProblem.PSC_SLOW, Severity.WARNING, Map.of("answered", answered));
    }
}
