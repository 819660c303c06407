package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One look of the health check at one thing.
 *
 * @param subject what was looked at
 * @param authenticatorId whose examination it is; present for {@link Subject#AUTHENTICATOR} and for nothing else
 * @param findings what was found, causes before their consequences; empty where all is well
 * @param took how long the look took
 */
public record Examination(Subject subject, Optional<String> authenticatorId, List<Diagnostic> findings, Duration took) {

    /**
     * What is looked at, in causal order: trouble of an earlier subject can bring about trouble of a later one. A minor version may
     * add constants: keep a default branch.
     */
    public enum Subject {
        /** The Java runtime and the clock of the workstation. */
        RUNTIME,
        /** The way from the workstation to the server half: name, connection, proxy, certificate. */
        NETWORK,
        /** The vendor's server half (<i>Proxy e-Santé</i>). */
        SERVER_HALF,
        /** Pro Santé Connect, as the server half sees it: a workstation never talks to it. */
        PRO_SANTE_CONNECT,
        /** The folder of plug-ins. */
        PLUGINS,
        /** One authenticator with its device. */
        AUTHENTICATOR;

        /** Whether every login needs it, by whichever way in. */
        boolean concernsEveryWay() {
            return compareTo(PRO_SANTE_CONNECT) <= 0;
        }
    }

    /** Checks and copies. */
    public Examination {
        Objects.requireNonNull(took, "took");
        findings = List.copyOf(findings);
        if ((subject == Subject.AUTHENTICATOR) != authenticatorId.isPresent()) {
            throw new IllegalArgumentException("an authenticator's examination, and no other, has an authenticator id");
        }
    }

    /** An examination of what all ways in share. */
    public static Examination of(Subject subject, List<Diagnostic> findings, Duration took) {
        return new Examination(subject, Optional.empty(), findings, took);
    }

    /** An examination of one authenticator. */
    public static Examination ofAuthenticator(String id, List<Diagnostic> findings, Duration took) {
        return new Examination(Subject.AUTHENTICATOR, Optional.of(id), findings, took);
    }
}
