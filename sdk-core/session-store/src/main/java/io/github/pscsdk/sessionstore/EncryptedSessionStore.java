package io.github.pscsdk.sessionstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nobody who has the store, but not the key ring, can use what is in here. A value goes with its key, by which a claim
 * has not asked.
 */
record EncryptedSessionStore(SessionStore store, KeyRing ring) implements SessionStore {
    private static final Logger log = LoggerFactory.getLogger(EncryptedSessionStore.class);
    private static final String DOMAIN = "sessions";
    private static final String INDICES = "indices";

    private static final Duration FOR_EVER = Duration.ofDays(400);

    EncryptedSessionStore {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(ring, "ring");
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
    public Optional<String> list(String index, Optional<String> after, int most, Consumer<StoredEntry> found) {
        return store.list(index(index), after, most, entry -> found.accept(decrypted(entry)));
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

    /**
     * One entry, which is not named by an HMAC, tells the index key by a fingerprint, and is encrypted with the key of
     * whoever started last: else a node with another index key would take each session for gone.
     */
    @Override
    public void check() {
        store.check();
        var fingerprint = Base64.getEncoder().encodeToString(ring.hmac(KeyRing.ENTRY));
        if (store.putIfAbsent(KeyRing.ENTRY, proven(fingerprint), FOR_EVER).isPresent()) {
            return;
        }
        var found = store.find(KeyRing.ENTRY);
        if (found.isEmpty()) {
            throw StoreException.unavailable("the entry of the key ring went while it was read", null);
        }
        var parts = new String(found.get().value(), StandardCharsets.US_ASCII).split("\n", 2);
        if (parts.length != 2 || !parts[0].equals(fingerprint)) {
            throw StoreException.unreadable(
                    "the store is in use with another index key: give all nodes the same key ring");
        }
        ring.decrypt(Base64.getDecoder().decode(parts[1]), KeyRing.ENTRY);
        // A node that starts without the newest key is told. Another node may do the same at this time.
        store.write(KeyRing.ENTRY, found.get().version(), EntryContent.of(proven(fingerprint), FOR_EVER));
    }

    private byte[] proven(String fingerprint) {
        var proof = Base64.getEncoder().encodeToString(ring.encrypt(new byte[0], KeyRing.ENTRY));
        return (fingerprint + "\n" + proof).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "Encrypted[" + store + ", " + ring + "]";
    }
}
