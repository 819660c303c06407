package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.relyingparty.SessionStore;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * What PSC says has ended. A session is not searched for by the name that it has at PSC, which a store of keys and bytes
 * cannot do; a mark is left, which every node finds when it looks for one of its sessions. It stays as long as a session
 * could have lived.
 */
final class EndedSessions {
    private final SessionStore store;
    private final StoreKeys keys;

    EndedSessions(SessionStore store, StoreKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /** The session of that name at PSC has ended. */
    void endSession(String sid, Instant until) {
        store.put(keys.endedSession(sid), new byte[0], until);
    }

    /** All sessions of that person that were opened until {@code now} have ended. */
    void endSessionsOf(String subject, Instant now, Instant until) {
        var second = ByteBuffer.allocate(Long.BYTES).putLong(now.getEpochSecond());
        store.put(keys.endedSubject(subject), second.array(), until);
    }

    /** Whether a session of that name at PSC, of that person and opened in that second, has ended. */
    boolean concern(String sid, String subject, long openedAt) {
        return store.get(keys.endedSession(sid)).isPresent()
                || store.get(keys.endedSubject(subject))
                        .map(second -> openedAt <= ByteBuffer.wrap(second).getLong())
                        .orElse(false);
    }
}
