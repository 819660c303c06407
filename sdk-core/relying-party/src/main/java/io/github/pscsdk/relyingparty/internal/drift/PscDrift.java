package io.github.pscsdk.relyingparty.internal.drift;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftArea;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.DriftSeverity;
import io.github.pscsdk.relyingparty.internal.drift.DriftFinding.KnownBreak;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares PSC as it is with PSC as this SDK knows it: an operator's tool, for a server. Bytes in, as {@link
 * PublishedState} fetches them, findings out; safe for any thread.
 */
public final class PscDrift {
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

    private final DiscoveryComparison discovery;
    private final KeyComparison keys;
    private final LoginComparison login;
    private final KnownBreaks known;

    private PscDrift(PscEnvironment environment) {
        known = new KnownBreaks();
        discovery = new DiscoveryComparison(environment, known);
        keys = new KeyComparison(known);
        login = new LoginComparison(environment, known);
    }

    /** Against what is known of that environment; its two hosts are pinned. */
    public static PscDrift against(PscEnvironment environment) {
        return new PscDrift(environment);
    }

    /**
     * The differences of a discovery document, live or saved.
     *
     * @throws PscException {@code PSC_ANSWER_INVALID} if it is no JSON object
     */
    public List<DriftFinding> discovery(byte[] document) throws PscException {
        return read("the discovery document", () -> discovery.compare(document));
    }

    /**
     * The differences of a key set.
     *
     * @param formerIds the {@linkplain #keyIds key ids} of an earlier run, to tell a change; may be empty
     * @throws PscException {@code PSC_ANSWER_INVALID} if it is no key set
     */
    public List<DriftFinding> keys(byte[] keySet, Set<String> formerIds) throws PscException {
        return read("the key set", () -> keys.compare(keySet, formerIds));
    }

    /**
     * The ids of the keys in a key set, to be kept for the next run.
     *
     * @throws PscException {@code PSC_ANSWER_INVALID} if it is no key set
     */
    public Set<String> keyIds(byte[] keySet) throws PscException {
        return read("the key set", () -> KeyComparison.ids(keySet));
    }

    /**
     * The differences of a recorded login. No signature is checked, and nobody is let in.
     *
     * @param recorded an ID token in compact form, its claims, a UserInfo document, or an answer of the token endpoint
     * @throws PscException {@code PSC_ANSWER_INVALID} if it is none of these
     */
    public List<DriftFinding> login(byte[] recorded) throws PscException {
        return read("the recorded login", () -> login.compare(recorded));
    }

    /**
     * The difference of the connection, if any: TLS 1.2 and 1.3 are expected; nothing where it was plain HTTP on
     * loopback.
     */
    public List<DriftFinding> protocol(Optional<String> found) {
        return found.filter(name -> !PROTOCOLS.contains(name)).stream()
                .map(name -> new DriftFinding(
                        DriftArea.TLS,
                        "protocol",
                        DriftSeverity.BREAKS_LOGINS,
                        "TLSv1.2, TLSv1.3",
                        name,
                        Optional.empty()))
                .toList();
    }

    /** Every change of the past that findings are compared with. */
    public List<KnownBreak> knownBreaks() {
        return known.descriptions();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T get() throws UnreadableJsonException;
    }

    private static <T> T read(String what, Reading<T> reading) throws PscException {
        try {
            return reading.get();
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.PSC_ANSWER_INVALID, what + " cannot be read", e);
        }
    }
}
