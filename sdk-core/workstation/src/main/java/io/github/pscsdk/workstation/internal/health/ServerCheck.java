package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.CLOCK_WRONG;
import static io.github.pscsdk.diagnostic.WorkstationProblem.CONNECTION_INSPECTED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.NOT_A_SERVER_HALF;
import static io.github.pscsdk.diagnostic.WorkstationProblem.NO_SERVER_DIAGNOSIS;
import static io.github.pscsdk.diagnostic.WorkstationProblem.OLD_SANDBOX_HOST;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PROXY_NOT_USED;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PROXY_REFUSES;
import static io.github.pscsdk.diagnostic.WorkstationProblem.PSC_AS_SERVER_HALF;
import static io.github.pscsdk.diagnostic.WorkstationProblem.SERVER_FINDING_UNKNOWN;
import static io.github.pscsdk.diagnostic.WorkstationProblem.SERVER_HALF_SLOW;

import io.github.pscsdk.api.internal.ContractVersion;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.pluginhost.internal.EngineThreads;
import io.github.pscsdk.proxyprotocol.internal.ProxyDiagnosis;
import io.github.pscsdk.time.internal.ClockSkew;
import io.github.pscsdk.workstation.internal.http.ProbeResult;
import io.github.pscsdk.workstation.internal.http.ProbeResult.Stage;
import io.github.pscsdk.workstation.internal.http.SafeText;
import io.github.pscsdk.workstation.internal.http.ServerHalf;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A check of a server half: the way to it, its clock, its answer, and the contract that it speaks. Asks once for all
 * checks of one health check.
 */
final class ServerCheck {
    // Production and sandbox. The old names of the sandbox were in use until mid-2022 and live on in blogs and in other
    // people's code.
    private static final Pattern PSC = Pattern.compile("(auth|wallet)\\.(esw|bas\\.psc)\\.esante\\.gouv\\.fr");
    private static final Pattern OLD_SANDBOX = Pattern.compile("(.+\\.)?bas\\.esw\\.esante\\.gouv\\.fr");

    static final Duration LIMIT = Duration.ofMillis(4_200);

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(3);
    private static final int MOST_FINDINGS = 64;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    // The shortest life of a session with Pro Santé Connect. The only time that the workstation takes from the server
    // half is the end of the session: to a clock that is further ahead, each session is over as soon as it begins.
    private static final Duration TOO_FAR = Duration.ofMinutes(30);

    private final Duration begin;
    private final Machine machine;
    private final ServerHalf server;
    private final EngineThreads threads;
    private final FutureTask<ProbeResult> result;
    private final FutureTask<List<Diagnostic>> report = new FutureTask<>(this::ask);

    ServerCheck(Machine machine, ServerHalf server, EngineThreads threads) {
        this.machine = machine;
        this.server = server;
        this.threads = threads;
        this.begin = threads.elapsed();
        this.result = new FutureTask<>(() -> server.probe(PROBE_LIMIT));
    }

    // ---- its address -----------------------------------------------------------------------------------------------

    /** An address of Pro Santé Connect's own: a workstation must never talk to it, so such a host is not contacted. */
    static List<Diagnostic> findings(URI serverHalf) {
        var host = serverHalf.getHost().toLowerCase(Locale.ROOT);
        var facts = Map.of("host", SafeText.text(host));
        if (OLD_SANDBOX.matcher(host).matches()) {
            return List.of(Diagnostic.of(OLD_SANDBOX_HOST, Severity.BLOCKING).with(facts));
        }
        if (PSC.matcher(host).matches()) {
            return List.of(Diagnostic.of(PSC_AS_SERVER_HALF, Severity.BLOCKING).with(facts));
        }
        return List.of();
    }

    // ---- how far it can be reached ---------------------------------------------------------------------------------

    /** The first check that needs the answer asks, the others wait for it. */
    ProbeResult probe() throws InterruptedException, ExecutionException {
        result.run();
        return result.get();
    }

    /** Whether the clock here agrees with the server half's, which the header {@code Date} tells to the second. */
    static List<Diagnostic> findingsOfClock(ProbeResult probe) {
        if (probe.notYetValid().isPresent()) {
            var least = ClockSkew.between(probe.end(), probe.notYetValid().get());
            return List.of(Diagnostic.of(CLOCK_WRONG, Severity.BLOCKING)
                    .with(Map.of("certificate", "not yet valid", "clock", "at least " + least)));
        }
        return probe.skew().filter(ClockSkew::isNotable).stream()
                .map(skew -> Diagnostic.of(CLOCK_WRONG, skew.isWithin(TOO_FAR) ? Severity.WARNING : Severity.BLOCKING)
                        .with("clock", skew.toString()))
                .toList();
    }

    /** Why it could not be reached: one cause, one finding. */
    List<Diagnostic> findingsOfNetwork(ProbeResult probe) {
        if (probe.reply().isPresent()) {
            return probe.reply().get().status() == PROXY_AUTHENTICATION_REQUIRED
                    ? List.of(byProxy(
                            PROXY_REFUSES,
                            probe.proxy().orElse("unknown"),
                            Map.of("host", SafeText.text(probe.address().getHost()))))
                    : inspection(probe);
        }
        return switch (probe.stage()) {
            case NAME, CONNECTION -> List.of(unreachable(probe));
            // Where the clock is the cause, it is a finding of the runtime.
            case TLS -> probe.notYetValid().isPresent() ? List.of() : List.of(probe.finding());
            // Connected, but without an answer: a finding about the server half, not about the network.
            case ANSWER -> List.of();
        };
    }

    /** Of a connection that succeeded: a warning. */
    private static List<Diagnostic> inspection(ProbeResult probe) {
        return probe.inspector().stream()
                .map(name ->
                        Diagnostic.of(CONNECTION_INSPECTED, Severity.WARNING).with(probe.facts()))
                .toList();
    }

    /** Where Java uses no proxy although the system names one, that is the cause. */
    private Diagnostic unreachable(ProbeResult probe) {
        return probe.proxy().isPresent()
                ? probe.finding()
                : machine.proxyFor(probe.address().getHost())
                        .map(proxy -> byProxy(PROXY_NOT_USED, proxy, probe.facts()))
                        .orElseGet(probe::finding);
    }

    private static Diagnostic byProxy(WorkstationProblem problem, String proxy, Map<String, String> facts) {
        return Diagnostic.of(problem, Severity.BLOCKING).with(facts).with("proxy", SafeText.text(proxy));
    }

    static List<Diagnostic> findings(ProbeResult probe) {
        if (probe.reply().isEmpty()) {
            return probe.stage() == Stage.ANSWER ? List.of(probe.finding()) : List.of();
        }
        var reply = probe.reply().get();
        try {
            var contract = reply.contract();
            if (contract.isEmpty()) {
                return List.of(Diagnostic.of(LoginProblem.BROWSER_LOGIN_NOT_OFFERED, Severity.INFO)
                        .with("contract", "plain"));
            }
            var version = contract.get();
            if (major(version).equals(major(ContractVersion.current()))) {
                return List.of();
            }
            var facts = Map.of("contract", SafeText.text(version), "expected", ContractVersion.current());
            return List.of(Diagnostic.of(LoginProblem.SERVER_HALF_ANSWER_INVALID, Severity.BLOCKING)
                    .with(facts));
        } catch (PscException e) {
            var problem = reply.isForeign() ? NOT_A_SERVER_HALF : e.problem();
            var facts = Map.of("status", Integer.toString(reply.status()));
            return List.of(Diagnostic.of(problem, Severity.BLOCKING).with(facts));
        }
    }

    /** The finding where nothing was found out within that time. */
    static Diagnostic silent(Duration waited) {
        return Diagnostic.of(SERVER_HALF_SLOW, Severity.BLOCKING).with("waited", ProbeResult.seconds(waited));
    }

    private static String major(String version) {
        return version.split("\\.", 2)[0];
    }

    // ---- what it says of itself ------------------------------------------------------------------------------------

    /**
     * Its own findings, on itself and on Pro Santé Connect; empty where the probe already found something: whoever
     * speaks the plain contract has none.
     */
    List<Diagnostic> report(Predicate<Diagnostic> wanted) throws InterruptedException, ExecutionException {
        report.run();
        return report.get().stream().filter(wanted).toList();
    }

    private List<Diagnostic> ask() throws InterruptedException, ExecutionException {
        if (probe().reply().isEmpty() || !findings(probe()).isEmpty()) {
            return List.of();
        }
        try {
            var left = LIMIT.minus(threads.elapsed().minus(begin));
            return server.diagnosis(left).map(ServerCheck::findings).orElse(List.of());
        } catch (PscException e) {
            var finding = e.problem() == SERVER_HALF_SLOW
                    ? Diagnostic.of(SERVER_HALF_SLOW, Severity.WARNING).with(e.facts())
                    : Diagnostic.of(NO_SERVER_DIAGNOSIS, Severity.WARNING)
                            .with("problem", e.problem().code());
            return List.of(finding);
        }
    }

    /** The server half is not trusted: at most some findings with some short facts are read. */
    private static List<Diagnostic> findings(ProxyDiagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(Objects::nonNull)
                .limit(MOST_FINDINGS)
                .map(ServerCheck::finding)
                .toList();
    }

    private static Diagnostic finding(ProxyDiagnosis.Finding sent) {
        var facts = SafeText.facts(sent.facts());
        var known = problem(sent.code());
        if (known.isEmpty()) {
            facts.put("code", SafeText.text(sent.code()));
        }
        return Diagnostic.of(known.orElse(SERVER_FINDING_UNKNOWN), severity(sent))
                .with(facts);
    }

    private static Optional<Problem> problem(String code) {
        return ServerProblem.ofCode(code).<Problem>map(known -> known).or(() -> LoginProblem.ofCode(code));
    }

    /** An unknown severity, of a later version, counts as a warning: it blocks nobody and is still shown. */
    private static Severity severity(ProxyDiagnosis.Finding sent) {
        return Arrays.stream(Severity.values())
                .filter(known -> sent.severity().filter(known.name()::equals).isPresent())
                .findFirst()
                .orElse(Severity.WARNING);
    }
}
