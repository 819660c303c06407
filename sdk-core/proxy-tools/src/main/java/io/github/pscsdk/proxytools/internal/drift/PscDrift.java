package io.github.pscsdk.proxytools.internal.drift;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftArea;
import io.github.pscsdk.proxytools.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares PSC as it is with PSC as this SDK knows it, its two hosts pinned. Bytes in, as {@link PublishedState}
 * fetches them, findings out. Documents that cannot be read are {@code PSC_ANSWER_INVALID}.
 */
public record PscDrift(PscEnvironment environment) {
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

    /** The differences of a discovery document, live or saved. */
    public List<DriftFinding> discovery(byte[] document) throws PscException {
        return read("the discovery document", () -> new DiscoveryComparison(environment).compare(document));
    }

    /**
     * The differences of a key set.
     *
     * @param formerIds the {@linkplain #keyIds key ids} of an earlier run, to tell a change; may be empty
     */
    public List<DriftFinding> keys(byte[] keySet, Set<String> formerIds) throws PscException {
        return read("the key set", () -> KeyComparison.compare(keySet, formerIds));
    }

    /** The ids of the keys in a key set, to be kept for the next run. */
    public Set<String> keyIds(byte[] keySet) throws PscException {
        return read("the key set", () -> KeyComparison.ids(keySet));
    }

    /**
     * The differences of a recorded login. No signature is checked, and nobody is let in.
     *
     * @param recorded an ID token in compact form, its claims, a UserInfo document, or an answer of the token endpoint
     */
    public List<DriftFinding> login(byte[] recorded) throws PscException {
        return read("the recorded login", () -> new LoginComparison(environment).compare(recorded));
    }

    /** The difference of the connection, if any; nothing where it was plain HTTP on loopback. */
    public List<DriftFinding> protocol(Optional<String> found) {
        return found.filter(name -> !PROTOCOLS.contains(name)).stream()
                .map(name -> new DriftFinding(
                        DriftArea.TLS, "protocol", DriftSeverity.BREAKS_LOGINS, "TLSv1.2, TLSv1.3", name))
                .toList();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T get() throws IOException;
    }

    private static <T> T read(String what, Reading<T> reading) throws PscException {
        try {
            return reading.get();
        } catch (IOException e) {
            // Without the cause: Jackson's messages quote what they stumbled on.
            throw new PscException(LoginProblem.PSC_ANSWER_INVALID, what + " cannot be read");
        }
    }
}
