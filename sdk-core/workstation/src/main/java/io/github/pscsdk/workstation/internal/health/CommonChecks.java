package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.EngineThreads;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What every way in needs: the runtime, the network, the server half, Pro Santé Connect. For one health check. */
final class CommonChecks {
    private final List<Diagnostic> ofRuntime;
    private final List<Diagnostic> ofAddress;
    private final ClockCheck clock;
    private final NetworkCheck network;
    private final ServerProbe probe;

    CommonChecks(Machine machine, ServerHalf server, Clock clock, EngineThreads threads) {
        this.ofRuntime = new RuntimeCheck(machine.java()).findings();
        this.ofAddress = ServerAddressCheck.findings(server.address());
        this.clock = new ClockCheck(clock);
        this.network = new NetworkCheck(server.address(), machine, new TlsCheck(clock, this.clock));
        this.probe = new ServerProbe(server, threads);
    }

    /** Causes before effects. The server half is not contacted where the runtime cannot, or where its address is one of Pro Santé Connect. */
    List<PlannedCheck> all() {
        if (!ofAddress.isEmpty() || ofRuntime.stream().anyMatch(found -> found.severity() == Severity.BLOCKING)) {
            return List.of(
                    PlannedCheck.known(Subject.RUNTIME, ofRuntime),
                    PlannedCheck.known(Subject.NETWORK, ofAddress),
                    PlannedCheck.known(Subject.SERVER_HALF, List.of()),
                    PlannedCheck.known(Subject.PRO_SANTE_CONNECT, List.of()));
        }
        return List.of(
                PlannedCheck.shared(
                        Subject.RUNTIME, () -> concat(ofRuntime, clock.findings(probe.result())), ofRuntime),
                PlannedCheck.shared(Subject.NETWORK, () -> network.findings(probe.result()), List.of()),
                PlannedCheck.shared(
                        Subject.SERVER_HALF,
                        () -> concat(
                                ServerCheck.findings(probe.result()),
                                reported(isOfService().negate())),
                        List.of(ServerCheck.silent())),
                PlannedCheck.shared(Subject.PRO_SANTE_CONNECT, () -> reported(isOfService()), List.of()));
    }

    private List<Diagnostic> reported(Predicate<Diagnostic> wanted) throws InterruptedException, ExecutionException {
        return probe.report().stream().filter(wanted).toList();
    }

    /** Findings on which Pro Santé Connect must act; all others of the report are about the server half. */
    private static Predicate<Diagnostic> isOfService() {
        return found -> found.problem().party() == Party.SERVICE;
    }

    private static List<Diagnostic> concat(List<Diagnostic> first, List<Diagnostic> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
