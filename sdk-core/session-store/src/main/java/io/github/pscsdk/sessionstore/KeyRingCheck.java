package io.github.pscsdk.sessionstore;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Whether this node has the keys of the others: one entry of the store, which is not named by an HMAC, tells the index key by a fingerprint, and is encrypted with the key of
 * whoever started last. Without this, a node with another index key would take each session for gone.
 */
final class KeyRingCheck {
    private static final Duration LIFETIME = Duration.ofDays(400);

    private final SessionStore store;
    private final KeyRing ring;

    KeyRingCheck(SessionStore store, KeyRing ring) {
        this.store = store;
        this.ring = ring;
    }

    /** @throws StoreException {@code STORE_UNREADABLE} if another key ring is in use */
    void run() {
        var fingerprint = Base64.getEncoder().encode(ring.hmac(KeyRing.ENTRY));
        if (store.putIfAbsent(KeyRing.ENTRY, written(fingerprint), LIFETIME).isPresent()) {
            return;
        }
        var found = store.find(KeyRing.ENTRY);
        if (found.isEmpty()) {
            throw StoreException.unavailable("the entry of the key ring went while it was read", null);
        }
        var parts = new String(found.get().value(), StandardCharsets.US_ASCII).split("\n", 2);
        if (parts.length != 2 || !parts[0].equals(new String(fingerprint, StandardCharsets.US_ASCII))) {
            throw StoreException.unreadable(
                    "the store is in use with another index key: give all nodes the same key ring");
        }
        ring.decrypt(Base64.getDecoder().decode(parts[1]), KeyRing.ENTRY);
        // Whoever starts without the key that encrypts from now on is told. Another node may do the same at this time.
        store.write(KeyRing.ENTRY, found.get().version(), EntryContent.of(written(fingerprint), LIFETIME));
    }

    private byte[] written(byte[] fingerprint) {
        var proof = Base64.getEncoder().encodeToString(ring.encrypt(new byte[0], KeyRing.ENTRY));
        return (new String(fingerprint, StandardCharsets.US_ASCII) + "\n" + proof).getBytes(StandardCharsets.US_ASCII);
    }
}
