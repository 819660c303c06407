package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.relyingparty.SessionStore;
import io.github.pscsdk.relyingparty.internal.json.Json;
import io.github.pscsdk.relyingparty.internal.json.UnreadableJsonException;
import java.time.Instant;
import java.util.Optional;

/** Browser logins that wait, by their state; each can be taken once. */
public final class PendingBrowserLogins {
    private final SessionStore store;
    private final StoreKeys keys;

    public PendingBrowserLogins(SessionStore store, StoreKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /** Remembers one. */
    public void keep(String state, PendingBrowserLogin login, Instant expiresAt) {
        store.put(keys.browserLogin(state), Json.write(login), expiresAt);
    }

    /** Takes one out; empty where it is unknown, expired or was taken before. */
    public Optional<PendingBrowserLogin> take(String state) {
        return store.take(keys.browserLogin(state)).flatMap(PendingBrowserLogins::read);
    }

    private static Optional<PendingBrowserLogin> read(byte[] bytes) {
        try {
            return Optional.of(Json.read(bytes, PendingBrowserLogin.class));
        } catch (UnreadableJsonException e) {
            // Another version wrote it: as good as absent.
            return Optional.empty();
        }
    }
}
