package io.github.pscsdk.sessionstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nobody who has the store, but not the key ring, can use what is in here. A value goes with its key, since who claims or lists it has not asked by that. */
final class EncryptedSessionStore implements SessionStore {
    private static final Logger log = LoggerFactory.getLogger(EncryptedSessionStore.class);
    private static final String DOMAIN = "sessions";
    private static final String INDICES = "indices";

    private final SessionStore store;
    private final KeyRing ring;

    EncryptedSessionStore(SessionStore store, KeyRing ring) {
        this.store = Objects.requireNonNull(store, "store");
        this.ring = Objects.requireNonNull(ring, "ring");
    }

    private String name(String key) {
        return ring.name(DOMAIN, key);
    }

    private String index(String plain) {
        return ring.name(INDICES, plain);
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

    private StoredEntry decrypted(StoredEntry entry) {
        var both = ByteBuffer.wrap(ring.decrypt(entry.value(), DOMAIN + "\n" + entry.key()));
        var text = new byte[both.getInt()];
        both.get(text);
        var value = new byte[both.remaining()];
        both.get(value);
        return new StoredEntry(
                new String(text, StandardCharsets.US_ASCII),
                value,
                entry.version(),
                entry.expiresAt(),
                entry.isPending());
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return store.find(name(key)).map(this::decrypted);
    }

    @Override
    public OptionalLong write(String key, long version, EntryContent content) {
        return store.write(name(key), version, content.in(value -> encrypted(key, value), this::index));
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        return store.extend(name(key), lifetime);
    }

    @Override
    public boolean remove(String key, long version) {
        return store.remove(name(key), version);
    }

    /** An entry that cannot be decrypted here is left to a node that can: it is due again after the lease. */
    @Override
    public List<StoredEntry> claimDue(String kind, String node, Duration lease, int most) {
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
    public int count(String kind, int most) {
        return store.count(kind, most);
    }

    @Override
    public EntryPage list(String index, Optional<String> after, int most) {
        var page = store.list(index(index), after, most);
        return new EntryPage(page.entries().stream().map(this::decrypted).toList(), page.next());
    }

    @Override
    public boolean isInProcess() {
        return store.isInProcess();
    }

    @Override
    public String place() {
        return store.place();
    }

    @Override
    public boolean isEncrypted() {
        return true;
    }

    @Override
    public void check() {
        store.check();
        new KeyRingCheck(store, ring).run();
    }

    @Override
    public String toString() {
        return "Encrypted[" + store + ", " + ring + "]";
    }
}
