package io.github.pscsdk.workstation.internal.health;

import static io.github.pscsdk.diagnostic.WorkstationProblem.JAVA_UNSAFE;
import static io.github.pscsdk.diagnostic.WorkstationProblem.RUNTIME_MODULE_MISSING;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.workstation.internal.http.SafeText;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Whether this Java can run the engine. Older ones than 17 do not even load this class. */
final class RuntimeCheck {
    private final Runtime.Version java;

    RuntimeCheck(Runtime.Version java) {
        this.java = java;
    }

    List<Diagnostic> findings() {
        var findings = new ArrayList<Diagnostic>();
        Arrays.stream(RequiredModule.values())
                .filter(need -> !need.isMet())
                .map(need ->
                        Diagnostic.of(RUNTIME_MODULE_MISSING, need.severity()).with("module", need.module()))
                .forEach(findings::add);
        if (acceptsForgedSignatures()) {
            var facts = Map.of("java", SafeText.text(java.toString()));
            findings.add(Diagnostic.of(JAVA_UNSAFE, Severity.WARNING).with(facts));
        }
        return findings;
    }

    /** CVE-2022-21449: ECDSA signatures of zeros, with which anybody can pass for any server; mended in 17.0.3 and 18.0.1. */
    private boolean acceptsForgedSignatures() {
        return java.feature() == 17 && java.interim() == 0 && java.update() < 3
                || java.feature() == 18 && java.interim() == 0 && java.update() < 1;
    }

    /** Modules of the JDK that the engine needs, and that a runtime made by jlink or jpackage can lack. */
    private enum RequiredModule {
        /** OkHttp and Okio do not load without it. */
        LOGGING("java.logging", Severity.BLOCKING) {
            @Override
            boolean isMet() {
                return hasModule();
            }
        },
        /** Nearly every TLS server needs elliptic curves. Part of {@code java.base} since JDK 22, hence the test for what it provides. */
        ELLIPTIC_CURVES("jdk.crypto.ec", Severity.BLOCKING) {
            @Override
            boolean isMet() {
                return Security.getAlgorithms("KeyAgreement").contains("ECDH");
            }
        },
        /** Opens the system browser, unless the host has a way of its own. */
        DESKTOP("java.desktop", Severity.WARNING) {
            @Override
            boolean isMet() {
                return hasModule();
            }
        };

        private final String module;
        private final Severity severity;

        RequiredModule(String module, Severity severity) {
            this.module = module;
            this.severity = severity;
        }

        /** Whether this runtime has what is needed. */
        abstract boolean isMet();

        /** As {@code --add-modules} wants it. */
        String module() {
            return module;
        }

        Severity severity() {
            return severity;
        }

        boolean hasModule() {
            return ModuleLayer.boot().findModule(module).isPresent();
        }
    }
}
