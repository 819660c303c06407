package io.github.pscsdk.sessionstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same as {@link EncryptedSessionStore}. A value goes with its key, since whoever claims it has not asked by that. */
final class EncryptedPendingStore implements PendingStore {
    private static final Logger log = LoggerFactory.getLogger(EncryptedPendingStore.class);
    private static final String DOMAIN = "pending";

    private final PendingStore store;
    private final KeyRing ring;

    EncryptedPendingStore(PendingStore store, KeyRing ring) {
        this.store = Objects.requireNonNull(store, "store");
        this.ring = Objects.requireNonNull(ring, "ring");
    }

    private String name(String key) {
        return ring.name(DOMAIN, key);
    }

    private byte[] encrypted(String key, byte[] value) {
        var text = key.getBytes(StandardCharsets.US_ASCII);
        var both = ByteBuffer.allocate(Integer.BYTES + text.length + value.length)
                .putInt(text.length)
                .put(text)
                .put(value)
                .array();
        return ring.encrypt(both, DOMAIN + "\n" + name(key));
    }

    private PendingEntry decrypted(PendingEntry entry) {
        var both = ByteBuffer.wrap(ring.decrypt(entry.value(), DOMAIN + "\n" + entry.key()));
        var text = new byte[both.getInt()];
        both.get(text);
        var value = new byte[both.remaining()];
        both.get(value);
        return new PendingEntry(
                new String(text, StandardCharsets.US_ASCII), value, entry.version(), entry.isFinished());
    }

    @Override
    public OptionalLong add(String kind, String key, byte[] value, Duration dueIn, Duration lifetime) {
        return store.add(kind, name(key), encrypted(key, value), dueIn, lifetime);
    }

    /** What cannot be decrypted here is left to a node that can: it is due again after the lease. */
    @Override
    public List<PendingEntry> claimDue(String kind, String node, Duration lease, int most) {
        return store.claimDue(kind, node, lease, most).stream()
                .flatMap(entry -> {
                    try {
                        return Stream.of(decrypted(entry));
                    } catch (StoreException e) {
                        log.error("a pending {} is left to other nodes: {}", kind, e.getMessage());
                        return Stream.empty();
                    }
                })
                .toList();
    }

    @Override
    public OptionalLong reschedule(String key, long version, byte[] value, Duration dueIn) {
        return store.reschedule(name(key), version, encrypted(key, value), dueIn);
    }

    @Override
    public boolean finish(String key, long version, byte[] outcome, Duration lifetime) {
        return store.finish(name(key), version, encrypted(key, outcome), lifetime);
    }

    @Override
    public Optional<PendingEntry> find(String key) {
        return store.find(name(key)).map(this::decrypted);
    }

    @Override
    public boolean remove(String key, long version) {
        return store.remove(name(key), version);
    }

    @Override
    public int count(String kind, int most) {
        return store.count(kind, most);
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
    public String toString() {
        return "Encrypted[" + store + ", " + ring + "]";
    }
}
