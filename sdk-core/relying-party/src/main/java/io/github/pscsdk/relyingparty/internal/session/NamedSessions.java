package io.github.pscsdk.relyingparty.internal.session;

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
record NamedSessions(StoreAccess access, Duration sessionLimit) {
    private static final int PAGE = 500;

    List<String> indices(StoredSession session) {
        var subject = session.tokens().original().subject();
        var indices =
                new ArrayList<>(session.sids().stream().map(access::sidIndex).toList());
        indices.add(access.subjectIndex(subject));
        if (session.sids().isEmpty()) {
            indices.add(access.withoutSidIndex(subject));
        }
        return indices;
    }

    /** Whether PSC has reported the end of a session, which is in the store by then. */
    boolean isEnded(StoredSession session) {
        return session.sids().stream()
                        .map(access::sidIndex)
                        .anyMatch(index -> endOf(index).isPresent())
                || endOf(access.subjectIndex(session.tokens().original().subject()))
                        .filter(endedAt -> session.openedAt() <= endedAt)
                        .isPresent();
    }

    private Optional<Long> endOf(String index) {
        return access.store().find(access.reportedEndKey(index)).map(entry -> seconds(entry.value()));
    }

    /**
     * The session of that name at PSC has ended.
     *
     * @param subject whose it was, where PSC says it: a session of theirs without a name may be this one, and is over
     *     too
     * @param ending ends one, with its indices
     */
    void endSession(String sid, Optional<String> subject, long endedAt, Consumer<StoredEntry> ending) {
        mark(access.sidIndex(sid), endedAt);
        Stream.concat(Stream.of(access.sidIndex(sid)), subject.map(access::withoutSidIndex).stream())
                .forEach(index -> list(index, ending));
    }

    /** All sessions of that person that were opened until then have ended; {@code found} is given later ones, too. */
    void endSessionsOf(String subject, long endedAt, Consumer<StoredEntry> found) {
        mark(access.subjectIndex(subject), endedAt);
        list(access.subjectIndex(subject), found);
    }

    private void mark(String index, long endedAt) {
        access.store().update(access.reportedEndKey(index), sessionLimit, before -> {
            var latest = Math.max(endedAt, before.map(NamedSessions::seconds).orElse(endedAt));
            return Optional.of(ByteBuffer.allocate(Long.BYTES).putLong(latest).array());
        });
    }

    private static long seconds(byte[] mark) {
        return ByteBuffer.wrap(mark).getLong();
    }

    private void list(String index, Consumer<StoredEntry> found) {
        for (var page = access.store().list(index, Optional.empty(), PAGE, found); page.isPresent(); ) {
            page = access.store().list(index, page, PAGE, found);
        }
    }
}
