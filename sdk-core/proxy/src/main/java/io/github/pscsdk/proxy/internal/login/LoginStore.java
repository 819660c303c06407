package io.github.pscsdk.proxy.internal.login;

import io.github.pscsdk.proxy.internal.json.ProxyJson;
import io.github.pscsdk.proxy.internal.store.StoreAccess;
import io.github.pscsdk.sessionstore.SessionStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The logins in the store, by their ids and by the {@code state} of their browser; and the callers on this node who
 * wait for a step of one. Safe for any thread.
 */
final class LoginStore {
    // For a caller whose long poll was cut off at the end, and for a clock that was put forward.
    private static final Duration KEPT_AFTER_DEADLINE = Duration.ofMinutes(10);

    private final StoreAccess access;
    private final SessionStore store;
    private final ConcurrentMap<String, Set<CompletableFuture<String>>> waiting = new ConcurrentHashMap<>();

    LoginStore(StoreAccess access) {
        this.access = access;
        this.store = access.sessions();
    }

    record Change(StoredLogin before, StoredLogin after, boolean made) {}

    CompletableFuture<Void> add(String id, StoredLogin login) {
        return access.calls().run(() -> {
            store.put(login(id), ProxyJson.write(login), lifetime(login));
            return null;
        });
    }

    private Duration lifetime(StoredLogin login) {
        var left = Duration.between(now(), login.begun().deadline().plus(KEPT_AFTER_DEADLINE));
        return left.compareTo(KEPT_AFTER_DEADLINE) < 0 ? KEPT_AFTER_DEADLINE : left;
    }

    CompletableFuture<Optional<StoredLogin>> find(String id) {
        return access.calls().run(() -> read(id));
    }

    private Optional<StoredLogin> read(String id) {
        return store.find(login(id)).flatMap(entry -> read(entry.value()));
    }

    private static Optional<StoredLogin> read(byte[] bytes) {
        return ProxyJson.read(bytes, StoredLogin.class);
    }

    /**
     * Moves a login on; empty if there is none.
     *
     * @param move empty where there is nothing to move
     */
    CompletableFuture<Optional<Change>> change(String id, Function<StoredLogin, Optional<StoredLogin>> move) {
        return access.calls().run(() -> changed(id, move, new AtomicReference<>(Optional.empty())));
    }

    /**
     * The same for a change from which something follows: tried again while the store is away. Where its answer is
     * lost it is told as it was made.
     */
    CompletableFuture<Optional<Change>> keep(String id, Function<StoredLogin, Optional<StoredLogin>> move) {
        var tried = new AtomicReference<Optional<Change>>(Optional.empty());
        return access.calls().retry(() -> changed(id, move, tried));
    }

    /** @param tried what the last try came to, as far as this node knows */
    private Optional<Change> changed(
            String id, Function<StoredLogin, Optional<StoredLogin>> move, AtomicReference<Optional<Change>> tried) {
        var former = Objects.requireNonNull(tried.get()).filter(Change::made);
        var found = read(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        store.update(login(id), lifetime(found.get()), bytes -> {
            var before = bytes.flatMap(LoginStore::read);
            var isMine = former.isPresent() && former.map(Change::after).equals(before);
            var after = isMine ? before : before.flatMap(move);
            tried.set(isMine ? former : before.map(login -> new Change(login, after.orElse(login), after.isPresent())));
            return after.map(ProxyJson::write).or(() -> bytes);
        });
        return tried.get();
    }

    /** Removes a login, as {@link #keep} changes one; of several callers one gets it. */
    CompletableFuture<Optional<StoredLogin>> take(String id) {
        var seen = new AtomicReference<StoredLogin>();
        return access.calls().retry(() -> {
            var former = Optional.ofNullable(seen.get());
            read(id).ifPresent(seen::set);
            return store.take(login(id)).flatMap(LoginStore::read).or(() -> former);
        });
    }

    CompletableFuture<Void> expect(String state, String id, StoredLogin login) {
        return access.calls().run(() -> {
            store.put(state(state), id.getBytes(StandardCharsets.US_ASCII), lifetime(login));
            return null;
        });
    }

    /** The login whose browser came back with that {@code state}; once. */
    CompletableFuture<Optional<String>> returned(String state) {
        return access.calls()
                .run(() -> store.take(state(state)).map(bytes -> new String(bytes, StandardCharsets.US_ASCII)));
    }

    private static String login(String id) {
        return StoreAccess.key("login", id);
    }

    private static String state(String state) {
        return StoreAccess.key("state", state);
    }

    Instant now() {
        return access.clock().instant();
    }

    boolean isInProcess() {
        return store.isInProcess();
    }

    /** Completes with the id when the login makes a step on this node, or by a caller who waits no longer. */
    CompletableFuture<String> nextStep(String id) {
        var next = new CompletableFuture<String>();
        waiting.compute(id, (key, others) -> {
            var all = others == null ? ConcurrentHashMap.<CompletableFuture<String>>newKeySet() : others;
            all.add(next);
            return all;
        });
        next.whenComplete((told, failure) -> waiting.computeIfPresent(id, (key, all) -> {
            all.remove(next);
            return all.isEmpty() ? null : all;
        }));
        return next;
    }

    void signalStep(String id) {
        var all = waiting.remove(id);
        if (all != null) {
            all.forEach(next -> next.complete(id));
        }
    }

    void signalAll() {
        waiting.keySet().forEach(this::signalStep);
    }
}
