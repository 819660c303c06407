package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The result of {@link PscClient#diagnose()}: whether a login can work here, and who must act.
 *
 * @param at when it began
 * @param took how long it took in all
 * @param examinations the examinations in causal order: by subject, authenticators by id
 * @param waysIn the authenticators that are loaded, sorted by id
 */
public record Diagnosis(
        Instant at, Duration took, List<Examination> examinations, List<AuthenticatorDescriptor> waysIn) {
    private static final Comparator<Examination> CAUSAL = Comparator.comparing(Examination::subject)
            .thenComparing(examination -> examination.authenticatorId().orElse(""));

    /** Sorts the examinations. */
    public Diagnosis {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(took, "took");
        examinations = examinations.stream().sorted(CAUSAL).toList();
        waysIn = List.copyOf(waysIn);
    }

    /** All findings, causes before their consequences. */
    public List<Diagnostic> findings() {
        return findings(examination -> true).toList();
    }

    /** The findings by the party that must act, the nearest to the person first; none without a finding. */
    public Map<Party, List<Diagnostic>> byParty() {
        var findings = new EnumMap<Party, List<Diagnostic>>(Party.class);
        for (var finding : findings()) {
            findings.computeIfAbsent(finding.problem().party(), party -> new ArrayList<>())
                    .add(finding);
        }
        findings.replaceAll((party, all) -> List.copyOf(all));
        return Collections.unmodifiableMap(findings);
    }

    /** Whether no finding is {@link Severity#BLOCKING}. If not, see {@link #openWays()}. */
    public boolean isReady() {
        return findings().stream().noneMatch(Diagnosis::blocks);
    }

    /**
     * The findings that block one way in, causes first; empty if it is open. A finding about what all logins need
     * blocks every way. A way that is not loaded has at least {@link LoginProblem#AUTHENTICATOR_NOT_FOUND}; {@link
     * LoginProblem#BROWSER_LOGIN_NOT_OFFERED} blocks the browser and is no fault: {@link Severity#INFO}.
     */
    public List<Diagnostic> blocking(String authenticatorId) {
        return waysIn.stream()
                .filter(way -> way.id().equals(authenticatorId))
                .findFirst()
                .map(this::blocking)
                .orElseGet(() -> blockingAbsent(authenticatorId));
    }

    /** The ways in that nothing blocks. */
    public List<AuthenticatorDescriptor> openWays() {
        return waysIn.stream().filter(way -> blocking(way).isEmpty()).toList();
    }

    /** The finding to act on first: the first blocking one in causal order, else the first warning. */
    public Optional<Diagnostic> firstCause() {
        return findings().stream()
                .filter(Diagnosis::blocks)
                .findFirst()
                .or(() -> findings().stream()
                        .filter(finding -> finding.severity() == Severity.WARNING)
                        .findFirst());
    }

    /**
     * The way in that needs the least until a login works: an open one, otherwise the one with the fewest obstacles,
     * which are what is {@linkplain #blocking blocking} it; among equals the one that the person can mend without
     * calling anybody. Empty if no way in is loaded.
     */
    public Optional<AuthenticatorDescriptor> nearestWay() {
        return waysIn.stream()
                .min(Comparator.<AuthenticatorDescriptor>comparingInt(
                                way -> blocking(way).size())
                        .thenComparingInt(way -> distance(blocking(way)))
                        .thenComparingLong(way -> ownFindings(way).count()));
    }

    /**
     * How far the parties that must act are from the person: the constants of {@code Party} are declared from the
     * nearest on.
     */
    private static int distance(List<Diagnostic> obstacles) {
        return obstacles.stream()
                .mapToInt(obstacle -> obstacle.problem().party().ordinal())
                .sum();
    }

    private List<Diagnostic> blocking(AuthenticatorDescriptor way) {
        var shared = findings(examination -> examination.subject().concernsEveryWay())
                .filter(finding -> isInTheWay(finding, way));
        return Stream.concat(shared, ownFindings(way).filter(Diagnosis::blocks)).toList();
    }

    private List<Diagnostic> blockingAbsent(String id) {
        var others = findings(examination -> examination.authenticatorId().isEmpty());
        var absent = Diagnostic.of(LoginProblem.AUTHENTICATOR_NOT_FOUND, Severity.BLOCKING)
                .with("authenticator", id);
        return Stream.concat(others.filter(Diagnosis::blocks), Stream.of(absent))
                .toList();
    }

    private Stream<Diagnostic> ownFindings(AuthenticatorDescriptor way) {
        return findings(examination ->
                examination.authenticatorId().filter(way.id()::equals).isPresent());
    }

    private Stream<Diagnostic> findings(Predicate<Examination> wanted) {
        return examinations.stream().filter(wanted).flatMap(examination -> examination.findings().stream());
    }

    /** A service without CIBA is open to the browser, and a server half of the plain contract to everything else. */
    private static boolean isInTheWay(Diagnostic shared, AuthenticatorDescriptor way) {
        if (shared.problem() == LoginProblem.BROWSER_LOGIN_NOT_OFFERED) {
            return way.wayIn() == WayIn.BROWSER;
        }
        return blocks(shared)
                && (shared.problem() != LoginProblem.BACKCHANNEL_NOT_ENABLED || way.wayIn() == WayIn.BACKCHANNEL);
    }

    private static boolean blocks(Diagnostic finding) {
        return finding.severity() == Severity.BLOCKING;
    }

    @Override
    public String toString() {
        return "Diagnosis[" + at + ", " + examinations + "]";
    }
}
