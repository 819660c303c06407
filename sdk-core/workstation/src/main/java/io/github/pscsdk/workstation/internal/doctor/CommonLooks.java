package io.github.pscsdk.workstation.internal.doctor;

import io.github.pscsdk.api.Examination.Subject;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What every way in needs: the runtime, the network, the server half, Pro Santé Connect. For one check-up. */
final class CommonLooks {
    private final List<Diagnostic> ofRuntime;
    private final List<Diagnostic> ofAddress;
    private final ClockCheck time;
    private final NetworkCheck network;
    private final Visit visit;

    CommonLooks(Machine machine, ServerHalf server, Clock clock) {
        this.ofRuntime = new RuntimeCheck(machine.java()).findings();
        this.ofAddress = PscHosts.findings(server.address());
        this.time = new ClockCheck(clock);
        this.network = new NetworkCheck(server.address(), machine, new TlsCheck(clock, time));
        this.visit = new Visit(server);
    }

    /** In causal order. Nobody is visited by a runtime that cannot, or at an address that is none of a server half. */
    List<Look> all() {
        if (!ofAddress.isEmpty() || ofRuntime.stream().anyMatch(found -> found.severity() == Severity.BLOCKING)) {
            return List.of(
                    Look.known(Subject.RUNTIME, ofRuntime),
                    Look.known(Subject.NETWORK, ofAddress),
                    Look.known(Subject.SERVER_HALF, List.of()),
                    Look.known(Subject.PRO_SANTE_CONNECT, List.of()));
        }
        return List.of(
                Look.shared(Subject.RUNTIME, () -> concat(ofRuntime, time.findings(visit.contact())), ofRuntime),
                Look.shared(Subject.NETWORK, () -> network.findings(visit.contact()), List.of()),
                Look.shared(
                        Subject.SERVER_HALF,
                        () -> concat(
                                ServerCheck.findings(visit.contact()),
                                reported(isOfService().negate())),
                        List.of(ServerCheck.silent())),
                Look.shared(Subject.PRO_SANTE_CONNECT, () -> reported(isOfService()), List.of()));
    }

    private List<Diagnostic> reported(Predicate<Diagnostic> wanted) throws InterruptedException, ExecutionException {
        return visit.report().stream().filter(wanted).toList();
    }

    /** What the service must mend is its own trouble; the rest is the server half's. */
    private static Predicate<Diagnostic> isOfService() {
        return found -> found.problem().party() == Party.SERVICE;
    }

    private static List<Diagnostic> concat(List<Diagnostic> first, List<Diagnostic> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
