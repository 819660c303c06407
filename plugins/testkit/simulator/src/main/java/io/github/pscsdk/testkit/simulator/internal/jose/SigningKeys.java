package io.github.pscsdk.testkit.simulator.internal.jose;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The keys of one authorization server: the one that signs, the former ones that stay published, and one that is never
 * published, for forged signatures. Each is made when it is first needed.
 */
public final class SigningKeys {
    private final Deque<SigningKey> newestFirst = new ArrayDeque<>();
    private SigningKey stranger;

    /** Signs with a new key from now on; the former ones stay published. */
    public synchronized void rotate() {
        newestFirst.addFirst(SigningKey.generate());
    }

    /** The key that signs now. */
    public synchronized SigningKey active() {
        if (newestFirst.isEmpty()) {
            rotate();
        }
        return newestFirst.getFirst();
    }

    /** Signs with a key that is never published, but under the {@code kid} of the published one. */
    public String signAsImpostor(JsonObject claims) {
        return stranger().sign(claims, active().kid());
    }

    /** Signs with a key that is never published, under its own {@code kid}. */
    public String signAsStranger(JsonObject claims) {
        return stranger().sign(claims);
    }

    /** The JWK set: the newest key first. */
    public JsonObject jwks() {
        return new JsonObject()
                .withObjects(
                        "keys", published().stream().map(SigningKey::publicJwk).toList());
    }

    private synchronized List<SigningKey> published() {
        active();
        return List.copyOf(newestFirst);
    }

    private synchronized SigningKey stranger() {
        if (stranger == null) {
            stranger = SigningKey.generate();
        }
        return stranger;
    }
}
