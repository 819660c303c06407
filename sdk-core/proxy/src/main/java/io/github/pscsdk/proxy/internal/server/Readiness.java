package io.github.pscsdk.proxy.internal.server;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.proxy.internal.admission.AdmittedLogin;
import io.github.pscsdk.proxy.internal.monitoring.Certificates;
import io.github.pscsdk.proxy.internal.monitoring.StoreWatch;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The readiness of this node to take logins, for a load balancer. Each question also has a Pro Santé Connect tried
 * again that was away at the start, in the background. Safe for any thread; nothing blocks.
 */
public final class Readiness {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final RelyingParties clients;
    private final AdmittedLogin.Registry pending;
    private final TraceJournal journal;
    private final Certificates certificates;
    private final Optional<StoreWatch> stores;
    private final Clock clock;
    private final AtomicReference<Instant> nextTry = new AtomicReference<>(Instant.MIN);

    public Readiness(
            RelyingParties clients,
            AdmittedLogin.Registry pending,
            TraceJournal journal,
            Certificates certificates,
            Optional<StoreWatch> stores,
            Clock clock) {
        this.clients = clients;
        this.pending = pending;
        this.journal = journal;
        this.certificates = certificates;
        this.stores = stores;
        this.clock = clock;
    }

    /** @param ready whether nothing is BLOCKING */
    record State(boolean ready, List<Finding> findings) {
        /** By codes alone: anybody may read it. */
        record Finding(String problem, Severity severity) {}
    }

    /**
     * Findings that prevent logins here, beside those of the relying parties: for {@code /v1/diagnosis}, with facts.
     */
    List<Diagnostic> findings() {
        var found = new ArrayList<Diagnostic>();
        journal.finding().ifPresent(found::add);
        stores.flatMap(StoreWatch::problem).ifPresent(problem -> found.add(Diagnostic.of(problem, Severity.BLOCKING)));
        found.addAll(certificates.findings());
        return found;
    }

    State state() {
        var found = new ArrayList<State.Finding>();
        if (pending.isClosed()) {
            found.add(finding(LoginProblem.SERVER_HALF_BUSY, Severity.BLOCKING));
        }
        var unready = clients.all().stream().filter(client -> !client.isReady()).toList();
        if (!unready.isEmpty()) {
            found.add(finding(LoginProblem.PSC_UNAVAILABLE, Severity.BLOCKING));
            tryAgain(unready);
        }
        stores.flatMap(StoreWatch::problem).ifPresent(problem -> found.add(finding(problem, Severity.BLOCKING)));
        // No reason to send calls elsewhere: without calls it would never be found out that there is room again.
        journal.finding().map(Diagnostic::problem).ifPresent(problem -> found.add(finding(problem, Severity.WARNING)));
        // All nodes have the same.
        certificates.problems().forEach(problem -> found.add(finding(problem, Severity.WARNING)));
        var ready = found.stream().noneMatch(finding -> finding.severity() == Severity.BLOCKING);
        return new State(ready, List.copyOf(found));
    }

    private static State.Finding finding(Problem problem, Severity severity) {
        return new State.Finding(problem.code(), severity);
    }

    private void tryAgain(List<RelyingParty> unready) {
        var now = clock.instant();
        var due = nextTry.get();
        if (!now.isBefore(due) && nextTry.compareAndSet(due, now.plus(BETWEEN_TRIES))) {
            unready.forEach(RelyingParty::warmUp);
        }
    }
}
