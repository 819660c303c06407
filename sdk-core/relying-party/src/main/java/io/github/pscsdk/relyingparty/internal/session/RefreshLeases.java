package io.github.pscsdk.relyingparty.internal.session;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.session.RefreshLeases.Attempt;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.Lease;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Which node refreshes a session: one at a time; none sends a refresh token that another one may have sent. The lease
 * stands with the tokens: whoever takes it has read the newest, and whoever lost it keeps nothing. Methods call the
 * store.
 */
record RefreshLeases(Sessions sessions, Clock clock) {
    /**
     * Prolonged at each third of it while the refresh goes on; a node without a sign for so long is gone, in a store
     * that has answered meanwhile.
     */
    static final Duration LEASE = Duration.ofSeconds(5);

    sealed interface Attempt {
        /** The tokens may be refreshed by that holder. */
        record Taken(SessionTokens tokens, String holder) implements Attempt {}

        /** There are newer ones than the caller knew. */
        record Newer(SessionTokens tokens) implements Attempt {}

        /** Another node refreshes them, by that lease. */
        record Busy(Lease lease) implements Attempt {}
    }

    /**
     * Takes the lease, unless there are newer tokens or another node has it.
     *
     * @param known the refresh token that the caller wants to spend
     * @param holder the caller, who has taken no lease by that name before
     * @param inDoubt runs where the store failed while it wrote: whether the lease was taken is unknown
     */
    Attempt take(SessionId id, Optional<String> known, String holder, Runnable inDoubt) throws PscException {
        var attempt = new AtomicReference<Attempt>();
        try {
            sessions.changeIf(id, tokens -> {
                attempt.set(attempt(tokens, known, holder));
                return attempt.get() instanceof Attempt.Taken && known.isPresent()
                        ? Optional.of(tokens.under(Optional.of(new Lease(holder, end()))))
                        : Optional.empty();
            });
        } catch (StoreException e) {
            if (attempt.get() instanceof Attempt.Taken) {
                inDoubt.run();
            }
            throw e;
        }
        if (attempt.get() instanceof Attempt.Taken && known.isEmpty()) {
            throw new PscException(LoginProblem.SESSION_ENDED, "PSC gave no refresh token");
        }
        return Objects.requireNonNull(attempt.get());
    }

    private long end() {
        return clock.instant().plus(LEASE).getEpochSecond();
    }

    private static Attempt attempt(SessionTokens tokens, Optional<String> known, String holder) {
        if (!tokens.refreshToken().equals(known)) {
            return new Attempt.Newer(tokens);
        }
        return tokens.lease().<Attempt>map(Attempt.Busy::new).orElseGet(() -> new Attempt.Taken(tokens, holder));
    }

    /**
     * Gives a session up whose node is gone: nobody knows what PSC has answered to its refresh token.
     *
     * @param seen the lease that was not prolonged
     * @return the ID token by which PSC is told; empty if the node was there after all
     */
    Optional<String> giveUp(SessionId id, Lease seen, String holder) throws PscException {
        var taken = sessions.changeIf(
                id,
                tokens -> tokens.lease()
                        .filter(seen::equals)
                        .map(lease -> tokens.under(Optional.of(new Lease(holder, end())))));
        if (taken.isPresent()) {
            sessions.interrupted(id);
        }
        return taken.map(SessionTokens::idToken);
    }

    void prolong(SessionId id, String holder) throws PscException {
        sessions.changeIf(
                id,
                tokens -> tokens.isLeasedTo(holder)
                        ? Optional.of(tokens.under(Optional.of(new Lease(holder, end()))))
                        : Optional.empty());
    }

    /**
     * Gives the lease back: the refresh token was not taken. Writes in any case, so that earlier writes of this holder
     * fail.
     */
    void release(SessionId id, String holder) throws PscException {
        sessions.change(id, tokens -> tokens.isLeasedTo(holder) ? tokens.under(Optional.empty()) : tokens);
    }
}
