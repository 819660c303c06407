package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion.ExpectedLogin;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A back-channel login as it lies in the store: waiting, or ended, once for all nodes, by {@link PolledLoginLeases}.
 */
sealed interface StoredLogin {
    /**
     * It waits for the professional. Times are in milliseconds, since 1970.
     *
     * @param attempt its name in the log
     * @param interval between two polls; longer than at first where PSC has asked for that
     * @param answered whether PSC has given its answer to a node that has not said so yet
     */
    record Waiting(
            String attempt,
            String authReqId,
            String asked,
            long interval,
            long deadline,
            long nextPoll,
            boolean answered)
            implements StoredLogin {
        public Waiting {
            Objects.requireNonNull(attempt, "attempt");
            Objects.requireNonNull(authReqId, "authReqId");
            Objects.requireNonNull(asked, "asked");
        }

        Waiting(String attempt, String authReqId, String asked, Duration interval, Instant end) {
            this(attempt, authReqId, asked, interval.toMillis(), end.toEpochMilli(), 0, false);
        }

        Duration pause() {
            return Duration.ofMillis(interval);
        }

        Instant end() {
            return Instant.ofEpochMilli(deadline);
        }

        Duration untilPoll(Instant now) {
            var left = Duration.between(now, Instant.ofEpochMilli(nextPoll));
            return left.isNegative() ? Duration.ZERO : left;
        }

        Waiting polledAgainAt(Instant then) {
            return new Waiting(attempt, authReqId, asked, interval, deadline, then.toEpochMilli(), answered);
        }

        Waiting withPause(Duration pause) {
            return new Waiting(attempt, authReqId, asked, pause.toMillis(), deadline, nextPoll, answered);
        }

        Waiting asAnswered() {
            return new Waiting(attempt, authReqId, asked, interval, deadline, nextPoll, true);
        }

        ExpectedLogin expected() {
            return ExpectedLogin.ofBackchannel(attempt, new NationalId(asked));
        }

        @Override
        public String toString() {
            return "StoredLogin[" + attempt + "]";
        }
    }

    /** It has ended: in a session, by its handle; in a problem, by its code and facts; or by a cancellation. */
    record Ended(Optional<String> session, Optional<String> problem, Map<String, String> facts) implements StoredLogin {
        public Ended {
            facts = Map.copyOf(Objects.requireNonNullElse(facts, Map.of()));
        }

        static Ended of(PscSession session) {
            return new Ended(Optional.of(session.id().value()), Optional.empty(), Map.of());
        }

        static Ended of(Throwable failure) {
            var cause = Futures.causeOf(failure);
            if (cause instanceof CancellationException) {
                return cancelled();
            }
            if (cause instanceof PscException known) {
                return new Ended(Optional.empty(), Optional.of(known.problem().code()), known.facts());
            }
            var problem = cause instanceof StoreException store ? store.problem() : LoginProblem.PSC_ANSWER_INVALID;
            return new Ended(Optional.empty(), Optional.of(problem.code()), Map.of());
        }

        /** Of a login that PSC has granted, or may have, and whose session nobody gets. */
        static Ended interrupted() {
            return new Ended(Optional.empty(), Optional.of(LoginProblem.INTERRUPTED.code()), Map.of());
        }

        static Ended cancelled() {
            return new Ended(Optional.empty(), Optional.empty(), Map.of());
        }

        /** Why the login brought no session to a caller who waits on another node; one that it brought is another's. */
        Exception failure() {
            return session.map(other -> LoginProblem.INTERRUPTED.code())
                    .or(() -> problem)
                    .<Exception>map(code -> new PscException(
                            LoginProblem.ofCode(code).orElse(LoginProblem.INTERRUPTED),
                            "the login has failed on a node",
                            facts))
                    .orElseGet(CancellationException::new);
        }

        @Override
        public String toString() {
            return "StoredLogin[" + problem.orElse(session.isPresent() ? "a session" : "cancelled") + "]";
        }
    }
}
