package io.github.pscsdk.sessionstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What is in here can be used by nobody who has the store, but not the key ring. */
final class EncryptedSessionStore implements SessionStore {
    private static final String DOMAIN = "sessions";

    private final SessionStore store;
    private final KeyRing ring;

    EncryptedSessionStore(SessionStore store, KeyRing ring) {
        this.store = Objects.requireNonNull(store, "store");
        this.ring = Objects.requireNonNull(ring, "ring");
    }

    private String name(String key) {
        return ring.name(DOMAIN, key);
    }

    private byte[] encrypted(byte[] value, String name) {
        return ring.encrypt(value, DOMAIN + "\n" + name);
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        var name = name(key);
        return store.find(name)
                .map(entry -> new StoredEntry(
                        ring.decrypt(entry.value(), DOMAIN + "\n" + name), entry.version(), entry.expiresAt()));
    }

    @Override
    public OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime) {
        var name = name(key);
        return store.putIfAbsent(name, encrypted(value, name), lifetime);
    }

    @Override
    public OptionalLong compareAndSet(String key, long version, byte[] value, Duration lifetime) {
        var name = name(key);
        return store.compareAndSet(name, version, encrypted(value, name), lifetime);
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        return store.extend(name(key), lifetime);
    }

    @Override
    public boolean remove(String key, long version) {
        return store.remove(name(key), version);
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
        new KeyRingCheck(store, ring).run();
    }

    @Override
    public String toString() {
        return "Encrypted[" + store + ", " + ring + "]";
    }
}
