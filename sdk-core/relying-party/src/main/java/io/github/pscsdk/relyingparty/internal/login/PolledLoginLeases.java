package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.login.StoredLogin.Ended;
import io.github.pscsdk.relyingparty.internal.login.StoredLogin.Waiting;
import io.github.pscsdk.relyingparty.internal.session.StoreAccess;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Back-channel logins in a store that nodes share: which node polls for each, and how it ended, which is written once.
 * The logins of a node that dies go to the others, a lease after its last sign.
 */
final class PolledLoginLeases {
    private static final Logger log = LoggerFactory.getLogger(PolledLoginLeases.class);

    /** Names this process to whoever looks into the store. */
    private static final String NODE = "node-" + ProcessHandle.current().pid();

    /** Renewed at each half of it; a node without a sign for so long is gone. */
    static final Duration LEASE = Duration.ofSeconds(4);

    /** After the deadline, when the node that polls has ended the login, or one that took it over has. */
    static final Duration SETTLED = LEASE.multipliedBy(5);

    /** For a caller whose connection was cut just when the login ended. */
    static final Duration OUTCOME_KEPT = Duration.ofMinutes(5);

    private final StoreAccess access;
    private final String kind;

    PolledLoginLeases(StoreAccess access) {
        this.access = access;
        this.kind = access.kind("login");
    }

    /** A login that this node polls for, as long as no other node has claimed it. */
    final class Claim {
        private final String key;
        private volatile Waiting login;
        private volatile long version;
        private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

        private Claim(String key, Waiting login, long version) {
            this.key = key;
            this.login = login;
            this.version = version;
        }

        String key() {
            return key;
        }

        /** Whether there may be other nodes, which go on with the login where they see no sign of this one. */
        boolean isWatched() {
            return !access.store().isInProcess();
        }

        Waiting login() {
            return login;
        }

        /** Before a poll; another node polls an interval later. As {@link #prolong}. */
        CompletableFuture<Boolean> hold() {
            login = login.polledAgainAt(access.clock().instant().plus(login.pause()));
            return prolong();
        }

        /** After a poll that is followed by another pause than usual. As {@link #prolong}. */
        CompletableFuture<Boolean> hold(Duration interval, Duration pause) {
            login = login.withPause(interval)
                    .polledAgainAt(access.clock().instant().plus(pause));
            return prolong();
        }

        /** Holds the login for another lease; false if another node has claimed it, or somebody has ended it. */
        CompletableFuture<Boolean> prolong() {
            return reschedule(LEASE);
        }

        CompletableFuture<Boolean> handOver(Duration pause) {
            return reschedule(pause);
        }

        /** PSC has given its answer to another node, which gets another lease to say so; then the login is over. */
        CompletableFuture<Boolean> leaveToOthers() {
            login = login.asAnswered();
            return prolong();
        }

        private CompletableFuture<Boolean> reschedule(Duration dueIn) {
            return next(() -> access.calls().run(() -> {
                var next = access.store().write(key, version, waiting(login, dueIn));
                next.ifPresent(known -> version = known);
                return next.isPresent();
            }));
        }

        /** One write after the other: each needs the version of the one before. */
        private synchronized <T> CompletableFuture<T> next(Supplier<CompletableFuture<T>> write) {
            var written = last.handle((done, failure) -> null).thenCompose(before -> write.get());
            last = written;
            return written;
        }

        /**
         * The login has ended on this node. A session or a cancellation counts also where another node has claimed the
         * login meanwhile, and not ended it.
         *
         * @return how the login has ended for all nodes; empty where another one goes on with it
         */
        CompletableFuture<Optional<Ended>> finish(Ended outcome) {
            return access.calls()
                    .retryInTurn(
                            () -> next(() ->
                                    access.calls().run(() -> PolledLoginLeases.this.finish(key, version, outcome))),
                            () -> true);
        }
    }

    private Optional<Ended> finish(String key, long claimed, Ended outcome) {
        var version = claimed;
        // A login that is finished here would be found finished below, with the same outcome.
        while (access.store().write(key, version, ended(outcome)).isEmpty()) {
            var found = access.store().find(key);
            if (found.isEmpty()) {
                // Nobody can say otherwise any more.
                return Optional.of(outcome);
            }
            if (!found.get().isPending()) {
                return Optional.of(RelyingPartyJson.readIfKnown(found.get().value(), Ended.class)
                        .orElseGet(Ended::interrupted));
            }
            if (outcome.problem().isPresent()) {
                return Optional.empty();
            }
            version = found.get().version();
        }
        return Optional.of(outcome);
    }

    /** A new login, for which this node polls. Where that fails, no node goes on with it: nobody was given its id. */
    CompletableFuture<Claim> add(String id, Waiting login) {
        var key = key(id);
        return access.calls()
                .run(() -> {
                    var first = login.polledAgainAt(access.clock().instant().plus(login.pause()));
                    var version = access.store().write(key, SessionStore.ABSENT, waiting(first, LEASE));
                    // Its id was drawn a moment ago.
                    return new Claim(key, first, version.orElseThrow());
                })
                .whenComplete((claim, failure) -> {
                    if (failure != null) {
                        cancelUnknown(key, login);
                    }
                });
    }

    private EntryContent waiting(Waiting login, Duration dueIn) {
        return EntryContent.of(RelyingPartyJson.write(login), lifetime(login)).due(kind, dueIn);
    }

    private static EntryContent ended(Ended outcome) {
        return EntryContent.of(RelyingPartyJson.write(outcome), OUTCOME_KEPT);
    }

    private Duration lifetime(Waiting login) {
        var left = Duration.between(access.clock().instant(), login.end());
        return Collections.max(List.of(left, Duration.ZERO)).plus(LEASE).plus(OUTCOME_KEPT);
    }

    /** As long as somebody could still go on with it. */
    private void cancelUnknown(String key, Waiting login) {
        access.calls()
                .retryLong(
                        () -> access.calls().run(() -> {
                            // Takes the place of what the store may be about to add.
                            access.store().putIfAbsent(key, RelyingPartyJson.write(Ended.cancelled()), lifetime(login));
                            return cancelByKey(key);
                        }),
                        () -> access.clock().instant().isBefore(login.end().plus(LEASE)))
                .exceptionally(failure -> {
                    log.warn("{}: may go on though nobody waits for it: {}", login, Futures.describe(failure));
                    return false;
                });
    }

    /** Claims logins whose nodes have left them; with zero, only asks the store whether it answers. */
    CompletableFuture<List<Claim>> claimLeft(int most) {
        return access.calls()
                .run(() -> access.store().claimDue(kind, NODE, LEASE, most).stream()
                        .flatMap(entry -> RelyingPartyJson.readIfKnown(entry.value(), Waiting.class)
                                .map(login -> new Claim(entry.key(), login, entry.version()))
                                .stream())
                        .toList());
    }

    String key(String id) {
        return access.pendingLoginKey(id);
    }

    CompletableFuture<Optional<StoredLogin>> find(String id) {
        return findByKey(key(id));
    }

    CompletableFuture<Optional<StoredLogin>> findByKey(String key) {
        return access.calls().run(() -> access.store().find(key).flatMap(PolledLoginLeases::known));
    }

    private static Optional<StoredLogin> known(StoredEntry entry) {
        return entry.isPending()
                ? RelyingPartyJson.readIfKnown(entry.value(), Waiting.class).map(login -> login)
                : RelyingPartyJson.readIfKnown(entry.value(), Ended.class).map(login -> login);
    }

    /** Ends a login for which some node polls, which finds that when it polls next; false if it is over by now. */
    CompletableFuture<Boolean> cancel(String key) {
        return access.calls().retry(() -> cancelByKey(key));
    }

    private boolean cancelByKey(String key) {
        for (var found = access.store().find(key);
                found.isPresent() && found.get().isPending();
                found = access.store().find(key)) {
            if (access.store()
                    .write(key, found.get().version(), ended(Ended.cancelled()))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
