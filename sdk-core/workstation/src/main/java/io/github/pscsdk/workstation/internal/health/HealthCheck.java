package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.pluginhost.internal.GuardedAuthenticator;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import io.github.pscsdk.workstation.internal.login.AuthenticatorRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks everything that a login needs, side by side: the runtime, the network, the server half, Pro Santé Connect,
 * plug-ins and authenticators.
 *
 * @param pluginFindings what the plug-in host knows
 */
public record HealthCheck(
        Machine machine,
        List<Diagnostic> pluginFindings,
        AuthenticatorRegistry registry,
        ServerHalf server,
        EngineThreads threads) {
    private static final Logger log = LoggerFactory.getLogger(HealthCheck.class);

    // Longer than the probe of the server half and the limit of an authenticator, shorter than the 5 s that the
    // contract promises for the whole.
    private static final Duration LIMIT = ServerCheck.LIMIT.plusMillis(300);

    /** @param progress given each examination as it ends, on this thread; what it throws is logged */
    public Diagnosis run(Consumer<Examination> progress) throws InterruptedException {
        var at = threads.clock().instant();
        var begin = System.nanoTime();
        var examinations = run(checks(), progress);
        return new Diagnosis(at, since(begin), examinations, registry.descriptors());
    }

    // ---- what is checked -------------------------------------------------------------------------------------------

    /** A check, interrupted at its limit; {@code otherwise} is what it tells where it takes longer or fails. */
    private record Check(Examination otherwise, Callable<List<Diagnostic>> work) {
        static Check of(Subject subject, Callable<List<Diagnostic>> work, List<Diagnostic> otherwise) {
            return new Check(Examination.of(subject, otherwise, Duration.ZERO), work);
        }

        static Check known(Subject subject, List<Diagnostic> findings) {
            return of(subject, () -> findings, findings);
        }

        static Check of(GuardedAuthenticator authenticator) {
            var otherwise = Examination.ofAuthenticator(
                    authenticator.descriptor().id(), List.of(authenticator.noDiagnosis()), Duration.ZERO);
            return new Check(otherwise, authenticator::diagnose);
        }

        Examination examination(List<Diagnostic> findings, Duration took) {
            return new Examination(otherwise.subject(), otherwise.authenticatorId(), findings, took);
        }
    }

    private List<Check> checks() {
        var checks = new ArrayList<>(commonChecks());
        checks.add(Check.known(Subject.PLUGINS, pluginFindings));
        registry.authenticators().stream().map(Check::of).forEach(checks::add);
        return checks;
    }

    /**
     * The checks of what every way in needs, causes before effects. An address of Pro Santé Connect's own is not
     * contacted.
     */
    private List<Check> commonChecks() {
        var ofRuntime = machine.findingsOfRuntime();
        var ofAddress = ServerCheck.findings(server.address());
        if (!ofAddress.isEmpty() || ofRuntime.stream().anyMatch(found -> found.severity() == Severity.BLOCKING)) {
            return List.of(
                    Check.known(Subject.RUNTIME, ofRuntime),
                    Check.known(Subject.NETWORK, ofAddress),
                    Check.known(Subject.SERVER_HALF, List.of()),
                    Check.known(Subject.PRO_SANTE_CONNECT, List.of()));
        }
        server.prepare();
        var there = new ServerCheck(machine, server, threads);
        return List.of(
                Check.of(
                        Subject.RUNTIME,
                        () -> concat(ofRuntime, ServerCheck.findingsOfClock(there.probe())),
                        ofRuntime),
                Check.of(Subject.NETWORK, () -> there.findingsOfNetwork(there.probe()), List.of()),
                Check.of(
                        Subject.SERVER_HALF,
                        () -> concat(
                                ServerCheck.findings(there.probe()),
                                there.report(found -> found.problem().party() != Party.SERVICE)),
                        List.of(ServerCheck.silent(LIMIT))),
                // Findings on which Pro Santé Connect must act; all others of the report are about the server half.
                Check.of(
                        Subject.PRO_SANTE_CONNECT,
                        () -> there.report(found -> found.problem().party() == Party.SERVICE),
                        List.of()));
    }

    private static List<Diagnostic> concat(List<Diagnostic> first, List<Diagnostic> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    // ---- how it is checked -----------------------------------------------------------------------------------------

    /** Runs them all; none outlasts its limit, and none outlasts this call. */
    private List<Examination> run(List<Check> checks, Consumer<Examination> progress) throws InterruptedException {
        var begin = System.nanoTime();
        var service = new ExecutorCompletionService<Examination>(threads);
        var running = new HashMap<Future<Examination>, Check>();
        var limits = new ArrayList<Runnable>();
        try {
            for (var check : checks) {
                var work = service.submit(() -> check.examination(check.work.call(), since(begin)));
                running.put(work, check);
                limits.add(threads.atLimit(LIMIT, () -> work.cancel(true)));
            }
            var examinations = new ArrayList<Examination>();
            while (!running.isEmpty()) {
                var ended = service.take();
                var examination = outcome(running.remove(ended), ended, begin);
                tell(progress, examination);
                examinations.add(examination);
            }
            return examinations;
        } finally {
            limits.forEach(Runnable::run);
            running.keySet().forEach(work -> work.cancel(true));
        }
    }

    private static Examination outcome(Check check, Future<Examination> ended, long begin) throws InterruptedException {
        try {
            return ended.get();
        } catch (CancellationException | ExecutionException e) {
            return check.examination(check.otherwise.findings(), since(begin));
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void tell(Consumer<Examination> progress, Examination examination) {
        try {
            progress.accept(examination);
        } catch (RuntimeException | Error e) {
            log.warn("the listener of the health check threw {}", e.getClass().getName());
        }
    }
}
