package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.diagnostic.Severity;
import java.security.Security;

/** Modules of the JDK that the engine needs, and that a runtime made by jlink or jpackage can lack. */
enum RequiredModule {
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
