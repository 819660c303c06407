package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The names by which PSC reports ended sessions, {@code sid} and {@code sub}: indices of the sessions, each with a mark
 * once PSC has reported its end. The opening of a session writes it and then looks for marks; the receipt of a report
 * writes the mark and then looks for sessions: so one of both sees the other. Marks stay as long as a session could
 * live.
 */
record NamedSessions(SessionStore store, StoreKeys keys, Duration sessionLimit) {
    private static final int PAGE = 500;

    List<String> indices(StoredSession session) {
        var subject = session.tokens().original().subject();
        var indices = new ArrayList<>(session.sids().stream().map(keys::sid).toList());
        indices.add(keys.subject(subject));
        if (session.sids().isEmpty()) {
            indices.add(keys.withoutSid(subject));
        }
        return indices;
    }

    /** Whether PSC has reported the end of a session, which is in the store by then. */
    boolean isEnded(StoredSession session) {
        return session.sids().stream()
                        .map(keys::sid)
                        .anyMatch(index -> endOf(index).isPresent())
                || endOf(keys.subject(session.tokens().original().subject()))
                        .filter(endedAt -> session.openedAt() <= endedAt)
                        .isPresent();
    }

    private Optional<Long> endOf(String index) {
        return store.find(keys.reportedEnd(index))
                .map(entry -> ByteBuffer.wrap(entry.value()).getLong());
    }

    /**
     * The session of that name at PSC has ended.
     *
     * @param subject whose it was, where PSC says it: a session of theirs without a name may be this one, and is over
     *     too
     * @param ending ends one, with its indices
     */
    void endSession(String sid, Optional<String> subject, long endedAt, Consumer<StoredEntry> ending) {
        mark(keys.sid(sid), endedAt);
        Stream.concat(Stream.of(keys.sid(sid)), subject.map(keys::withoutSid).stream())
                .forEach(index -> list(index, ending));
    }

    /** All sessions of that person that were opened until then have ended; {@code found} is given later ones, too. */
    void endSessionsOf(String subject, long endedAt, Consumer<StoredEntry> found) {
        mark(keys.subject(subject), endedAt);
        list(keys.subject(subject), found);
    }

    private void mark(String index, long endedAt) {
        store.update(
                keys.reportedEnd(index),
                sessionLimit,
                before -> Optional.of(ByteBuffer.allocate(Long.BYTES)
                        .putLong(Math.max(
                                endedAt,
                                before.map(bytes -> ByteBuffer.wrap(bytes).getLong())
                                        .orElse(endedAt)))
                        .array()));
    }

    private void list(String index, Consumer<StoredEntry> found) {
        for (var page = store.list(index, Optional.empty(), PAGE, found); page.isPresent(); ) {
            page = store.list(index, page, PAGE, found);
        }
    }
}
