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
 * What {@link PscClient#diagnose()} found: where a login stands on this workstation, and who must act.
 *
 * @param at when it began
 * @param took how long the whole took
 * @param examinations in causal order, whatever the order they are given in: by subject, authenticators by id
 * @param waysIn the authenticators that are loaded, sorted by id
 */
public record Diagnosis(
        Instant at, Duration took, List<Examination> examinations, List<AuthenticatorDescriptor> waysIn) {
    private static final Comparator<Examination> CAUSAL = Comparator.comparing(Examination::subject)
            .thenComparing(examination -> examination.authenticatorId().orElse(""));

    /** Copies, and puts the examinations in causal order. */
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

    /** The findings by who must act, the nearest to the person first; only parties that must. */
    public Map<Party, List<Diagnostic>> byParty() {
        var findings = new EnumMap<Party, List<Diagnostic>>(Party.class);
        for (var finding : findings()) {
            findings.computeIfAbsent(finding.problem().party(), party -> new ArrayList<>())
                    .add(finding);
        }
        findings.replaceAll((party, all) -> List.copyOf(all));
        return Collections.unmodifiableMap(findings);
    }

    /** Whether nothing is {@link Severity#BLOCKING}. A way in may be open even so: see {@link #openWays()}. */
    public boolean isReady() {
        return findings().stream().noneMatch(Diagnosis::blocks);
    }

    /**
     * What stands in one way in, causes first; empty where it is open. What all logins need blocks every way, an authenticator its own;
     * a way that is not loaded has at least {@link LoginProblem#AUTHENTICATOR_NOT_FOUND}.
     */
    public List<Diagnostic> blocking(String authenticatorId) {
        return waysIn.stream()
                .filter(way -> way.id().equals(authenticatorId))
                .findFirst()
                .map(this::blocking)
                .orElseGet(() -> blockingAbsent(authenticatorId));
    }

    /** The ways in by which a login can be expected to work now. */
    public List<AuthenticatorDescriptor> openWays() {
        return waysIn.stream().filter(way -> blocking(way).isEmpty()).toList();
    }

    /**
     * The finding to act on first: the first in causal order that blocks; where none does, the first warning. What comes after it may be
     * its consequence.
     */
    public Optional<Diagnostic> firstCause() {
        return findings().stream()
                .filter(Diagnosis::blocks)
                .findFirst()
                .or(() -> findings().stream()
                        .filter(finding -> finding.severity() == Severity.WARNING)
                        .findFirst());
    }

    /**
     * The way in that needs the least until a login works, with what to mend before: an open one where there is one, else the one with
     * the fewest obstacles; among equals the one whose obstacles the person can get rid of without calling anybody, then the one about
     * which the least else was found. Empty where no way in is loaded.
     */
    public Optional<ShortestRemedy> shortestRemedy() {
        return waysIn.stream()
                .map(way -> new ShortestRemedy(way, blocking(way)))
                .min(ShortestRemedy.NEAREST_FIRST.thenComparingLong(
                        remedy -> ownFindings(remedy.wayIn()).count()));
    }

    private List<Diagnostic> blocking(AuthenticatorDescriptor way) {
        var shared = sharedObstacles().filter(finding -> concerns(finding, way));
        return Stream.concat(shared, ownFindings(way).filter(Diagnosis::blocks)).toList();
    }

    private List<Diagnostic> blockingAbsent(String id) {
        var plugins = findings(examination -> examination.subject() == Examination.Subject.PLUGINS)
                .filter(Diagnosis::blocks);
        var absent =
                new Diagnostic(LoginProblem.AUTHENTICATOR_NOT_FOUND, Severity.BLOCKING, Map.of("authenticator", id));
        return Stream.of(sharedObstacles(), plugins, Stream.of(absent))
                .flatMap(obstacles -> obstacles)
                .toList();
    }

    private Stream<Diagnostic> sharedObstacles() {
        return findings(examination -> examination.subject().concernsEveryWay()).filter(Diagnosis::blocks);
    }

    private Stream<Diagnostic> ownFindings(AuthenticatorDescriptor way) {
        return findings(examination ->
                examination.authenticatorId().filter(way.id()::equals).isPresent());
    }

    private Stream<Diagnostic> findings(Predicate<Examination> wanted) {
        return examinations.stream().filter(wanted).flatMap(examination -> examination.findings().stream());
    }

    /** A service without CIBA is open to the browser. */
    private static boolean concerns(Diagnostic shared, AuthenticatorDescriptor way) {
        return shared.problem() != LoginProblem.BACKCHANNEL_NOT_ENABLED || way.wayIn() == WayIn.BACKCHANNEL;
    }

    private static boolean blocks(Diagnostic finding) {
        return finding.severity() == Severity.BLOCKING;
    }
}
