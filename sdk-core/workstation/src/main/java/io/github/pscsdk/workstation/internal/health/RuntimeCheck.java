package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.CLOCK_WRONG;
import static io.github.pscsdk.diagnostic.WorkstationProblem.JAVA_UNSAFE;
import static io.github.pscsdk.diagnostic.WorkstationProblem.RUNTIME_MODULE_MISSING;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.time.internal.ClockSkew;
import io.github.pscsdk.workstation.internal.http.ProbeResult;
import io.github.pscsdk.workstation.internal.http.SafeText;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A check of this Java: it can run the engine (older ones than 17 do not even load this class), and agrees with the
 * server half on the time.
 */
final class RuntimeCheck {
    // The shortest life of a session with Pro Santé Connect. The only time that the workstation takes from the server
    // half is the end of the session: to a clock that is further ahead, each session is over as soon as it begins.
    private static final Duration TOO_FAR = Duration.ofMinutes(30);

    private final Runtime.Version java;

    RuntimeCheck(Runtime.Version java) {
        this.java = java;
    }

    /**
     * Modules of the JDK that the engine needs, and that a runtime made by jlink or jpackage can lack; and a fault of
     * Java itself.
     */
    List<Diagnostic> findings() {
        var findings = new ArrayList<Diagnostic>();
        // OkHttp and Okio do not load without it.
        if (!hasModule("java.logging")) {
            findings.add(missing("java.logging", Severity.BLOCKING));
        }
        // Nearly every TLS server needs elliptic curves. Part of java.base since JDK 22, hence the test for what it
        // provides.
        if (!Security.getAlgorithms("KeyAgreement").contains("ECDH")) {
            findings.add(missing("jdk.crypto.ec", Severity.BLOCKING));
        }
        // Opens the system browser, unless the host has a way of its own.
        if (!hasModule("java.desktop")) {
            findings.add(missing("java.desktop", Severity.WARNING));
        }
        // Reads the authorities that Windows trusts, such as that of a clinic.
        if (System.getProperty("os.name", "").startsWith("Windows") && !hasModule("jdk.crypto.mscapi")) {
            findings.add(missing("jdk.crypto.mscapi", Severity.WARNING));
        }
        if (acceptsForgedSignatures()) {
            var facts = Map.of("java", SafeText.text(java.toString()));
            findings.add(Diagnostic.of(JAVA_UNSAFE, Severity.WARNING).with(facts));
        }
        return findings;
    }

    private static boolean hasModule(String name) {
        return ModuleLayer.boot().findModule(name).isPresent();
    }

    /** @param module as {@code --add-modules} wants it */
    private static Diagnostic missing(String module, Severity severity) {
        return Diagnostic.of(RUNTIME_MODULE_MISSING, severity).with("module", module);
    }

    /**
     * CVE-2022-21449: ECDSA signatures of zeros, with which anybody can pass for any server; mended in 17.0.3 and
     * 18.0.1.
     */
    private boolean acceptsForgedSignatures() {
        return java.feature() == 17 && java.interim() == 0 && java.update() < 3
                || java.feature() == 18 && java.interim() == 0 && java.update() < 1;
    }

    /** Whether the clock here agrees with the server half's, which the header {@code Date} tells to the second. */
    List<Diagnostic> findings(ProbeResult probe) {
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
}
