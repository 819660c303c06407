package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.relyingparty.internal.json.Json;
import io.github.pscsdk.relyingparty.internal.json.Json.UnreadableJsonException;
import io.github.pscsdk.relyingparty.internal.session.StoreKeys;
import io.github.pscsdk.sessionstore.PendingEntry;
import io.github.pscsdk.sessionstore.PendingStore;
import io.github.pscsdk.sessionstore.StoreCalls;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Back-channel logins in a store that nodes share: which node polls for each, and how it ended. A node that dies leaves its logins to the others, a lease after
 * its last poll would have been answered.
 */
final class LoginClaims {
    /** Longer than PSC's slowest answer to a poll takes. */
    static final Duration LEASE = Duration.ofSeconds(20);

    /** For a caller whose connection was cut just when the login ended. */
    static final Duration OUTCOME_KEPT = Duration.ofMinutes(5);

    private final PendingStore store;
    private final StoreCalls calls;
    private final StoreKeys keys;
    private final String node;

    /** @param node names this process to whoever looks into the store */
    LoginClaims(PendingStore store, StoreCalls calls, StoreKeys keys, String node) {
        this.store = store;
        this.calls = calls;
        this.keys = keys;
        this.node = node;
    }

    /** A login that this node polls for, as long as no other node has claimed it. */
    final class Claim {
        private final String key;
        private final StoredLogin login;
        private volatile long version;

        private Claim(String key, StoredLogin login, long version) {
            this.key = key;
            this.login = login;
            this.version = version;
        }

        String key() {
            return key;
        }

        StoredLogin login() {
            return login;
        }

        /** Before a poll: holds the login for another interval and lease; false if another node has claimed it, or somebody has ended it. */
        CompletableFuture<Boolean> hold() {
            return reschedule(login.pause().plus(LEASE));
        }

        /** Lets any node poll at once. */
        CompletableFuture<Boolean> handOver() {
            return reschedule(Duration.ZERO);
        }

        private CompletableFuture<Boolean> reschedule(Duration dueIn) {
            return calls.run(() -> {
                var next = store.reschedule(key, version, Json.write(login), dueIn);
                next.ifPresent(known -> version = known);
                return next.isPresent();
            });
        }

        /** The login has ended on this node. Where another one has claimed it meanwhile, an outcome that is not there yet is this one all the same. */
        CompletableFuture<Boolean> finish(StoredOutcome outcome) {
            return calls.run(() -> LoginClaims.this.finish(key, version, outcome));
        }
    }

    private boolean finish(String key, long version, StoredOutcome outcome) {
        if (store.finish(key, version, Json.write(outcome), OUTCOME_KEPT)) {
            return true;
        }
        var other = store.find(key).filter(entry -> !entry.isFinished());
        return other.isPresent()
                && outcome.session().isPresent()
                && store.finish(key, other.get().version(), Json.write(outcome), OUTCOME_KEPT);
    }

    /** A new login, for which this node polls. */
    CompletableFuture<Claim> add(String id, StoredLogin login, Duration wait) {
        var key = key(id);
        return calls.run(() -> {
            var version = store.add(
                    keys.kind("login"),
                    key,
                    Json.write(login),
                    login.pause().plus(LEASE),
                    wait.plus(LEASE).plus(OUTCOME_KEPT));
            // Its id was drawn a moment ago.
            return new Claim(key, login, version.orElseThrow());
        });
    }

    /** Claims logins whose nodes have left them. */
    CompletableFuture<List<Claim>> claimLeft(int most) {
        return calls.run(() -> store.claimDue(keys.kind("login"), node, LEASE, most).stream()
                .flatMap(entry ->
                        read(entry, StoredLogin.class)
                                .map(login -> new Claim(entry.key(), login, entry.version()))
                                .stream())
                .toList());
    }

    /** The key of a login in the store. */
    String key(String id) {
        return keys.pendingLogin(id);
    }

    /** What is known of a login, wherever it was begun. */
    CompletableFuture<Optional<Known>> find(String id) {
        return findByKey(key(id));
    }

    CompletableFuture<Optional<Known>> findByKey(String key) {
        return calls.run(() -> store.find(key).flatMap(LoginClaims::known));
    }

    private static Optional<Known> known(PendingEntry entry) {
        return entry.isFinished()
                ? read(entry, StoredOutcome.class).map(outcome -> new Known(Optional.empty(), Optional.of(outcome)))
                : read(entry, StoredLogin.class).map(login -> new Known(Optional.of(login), Optional.empty()));
    }

    /** One of the two. */
    record Known(Optional<StoredLogin> waiting, Optional<StoredOutcome> outcome) {}

    /** Ends a login for which some node polls: that one finds it when it polls next. */
    CompletableFuture<Boolean> cancel(String id) {
        var key = key(id);
        return calls.run(() -> {
            for (var found = store.find(key); found.isPresent() && !found.get().isFinished(); found = store.find(key)) {
                if (store.finish(key, found.get().version(), Json.write(StoredOutcome.cancelled()), OUTCOME_KEPT)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static <T extends Record> Optional<T> read(PendingEntry entry, Class<T> type) {
        try {
            return Optional.of(Json.read(entry.value(), type));
        } catch (UnreadableJsonException e) {
            // Another version wrote it: it ends by its lifetime.
            return Optional.empty();
        }
    }
}
