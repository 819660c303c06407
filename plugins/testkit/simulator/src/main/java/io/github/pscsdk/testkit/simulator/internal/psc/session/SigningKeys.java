package io.github.pscsdk.testkit.simulator.internal.psc.session;

import io.github.pscsdk.testkit.card.internal.crypto.TestKeyPairs;
import io.github.pscsdk.testkit.persona.internal.json.JsonObjectBuilder;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The keys of one authorization server: the one that signs, the former ones that stay published, and an unpublished one
 * for forged signatures. The first one of a server is one of two that are shipped.
 */
public final class SigningKeys {
    private static final TestKeyPairs FIRST = TestKeyPairs.beside(SigningKeys.class, "signing-keys.csv");

    private final Deque<SigningKey> newestFirst = new ArrayDeque<>();

    /** Made when it is first asked for. */
    private static final class Stranger {
        static final SigningKey KEY = SigningKey.generate();
    }

    /** Signs with a new key from now on; the former ones stay published. */
    public synchronized void rotate() {
        active();
        newestFirst.addFirst(SigningKey.generate());
    }

    public synchronized SigningKey active() {
        if (newestFirst.isEmpty()) {
            newestFirst.addFirst(new SigningKey(FIRST.next()));
        }
        return newestFirst.getFirst();
    }

    /** Signs with a key that is never published, but under the {@code kid} of the published one. */
    public String signAsImpostor(JsonObjectBuilder claims) {
        return Stranger.KEY.sign(claims, active().kid());
    }

    /** Signs with a key that is never published, under its own {@code kid}. */
    public String signAsStranger(JsonObjectBuilder claims) {
        return Stranger.KEY.sign(claims);
    }

    public synchronized JsonObjectBuilder jwks() {
        active();
        return new JsonObjectBuilder()
                .withObjects(
                        "keys", newestFirst.stream().map(SigningKey::publicJwk).toList());
    }
}
