package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The examination of one subject by the health check.
 *
 * @param subject what was examined
 * @param authenticatorId the authenticator; present for {@link Subject#AUTHENTICATOR} only
 * @param findings what was found, causes before their consequences; empty where all is well
 * @param took how long it took
 */
public record Examination(Subject subject, Optional<String> authenticatorId, List<Diagnostic> findings, Duration took) {
    /**
     * The subject examined, in causal order: a problem of an earlier subject can cause a problem of a later one. A
     * minor version may add constants: keep a default branch.
     */
    public enum Subject {
        /** The Java runtime and the clock of the workstation. */
        RUNTIME,
        /** The network between the workstation and the server half: name, connection, proxy, certificate. */
        NETWORK,
        /** The vendor's server half (<i>Proxy e-Santé</i>). */
        SERVER_HALF,
        /** Pro Santé Connect, as the server half sees it: a workstation never talks to it. */
        PRO_SANTE_CONNECT,
        /** The folder of plug-ins. */
        PLUGINS,
        /** One authenticator with its device. */
        AUTHENTICATOR;

        /** Whether every login needs it, whatever its way in. */
        boolean concernsEveryWay() {
            return compareTo(PRO_SANTE_CONNECT) <= 0;
        }
    }

    public Examination {
        Objects.requireNonNull(took, "took");
        findings = List.copyOf(findings);
        if ((subject == Subject.AUTHENTICATOR) != authenticatorId.isPresent()) {
            throw new IllegalArgumentException("an authenticator's examination, and no other, has an authenticator id");
        }
    }

    /** An examination of what all ways in share, so not of {@link Subject#AUTHENTICATOR}. */
    public static Examination of(Subject subject, List<Diagnostic> findings, Duration took) {
        return new Examination(subject, Optional.empty(), findings, took);
    }

    /** An examination of one authenticator. */
    public static Examination ofAuthenticator(String id, List<Diagnostic> findings, Duration took) {
        return new Examination(Subject.AUTHENTICATOR, Optional.of(id), findings, took);
    }

    @Override
    public String toString() {
        return "Examination[" + subject + authenticatorId.map(id -> " " + id).orElse("") + ", " + findings + "]";
    }
}
