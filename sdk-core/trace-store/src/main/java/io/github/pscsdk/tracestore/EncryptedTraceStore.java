package io.github.pscsdk.tracestore;

import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A store of which who lacks the key ring reads when something was done and nothing else. A trace that was moved
 * cannot be read.
 */
record EncryptedTraceStore(TraceStore store, KeyRing ring) implements TraceStore {
    private static final String DOMAIN = "traces";

    EncryptedTraceStore {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(ring, "ring");
    }

    private static String associated(TracePosition position) {
        return DOMAIN + "\n" + position;
    }

    @Override
    public void append(List<TraceEntry> entries) {
        store.append(entries.stream()
                .map(entry ->
                        TraceEntry.of(entry.position(), ring.encrypt(entry.value(), associated(entry.position()))))
                .toList());
    }

    @Override
    public List<TraceEntry> read(TracePosition after, Instant before, int most) {
        return store.read(after, before, most).stream().map(this::decrypted).toList();
    }

    private TraceEntry decrypted(TraceEntry entry) {
        try {
            return TraceEntry.of(entry.position(), ring.decrypt(entry.value(), associated(entry.position())));
        } catch (StoreException e) {
            return TraceEntry.unreadable(entry.position(), e);
        }
    }

    @Override
    public int removeOlderThan(Duration age, int most) {
        return store.removeOlderThan(age, most);
    }

    @Override
    public boolean isInProcess() {
        return store.isInProcess();
    }

    @Override
    public boolean isEncrypted() {
        return true;
    }

    @Override
    public void check() {
        store.check();
    }

    @Override
    public String toString() {
        return "Encrypted[" + store + ", " + ring + "]";
    }
}
