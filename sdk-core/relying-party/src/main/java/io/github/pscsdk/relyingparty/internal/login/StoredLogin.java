package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion.ExpectedLogin;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A back-channel login as it lies in the store while it waits for the professional.
 *
 * @param attempt its name in the log
 * @param authReqId by which PSC knows it
 * @param asked the professional who is asked
 * @param interval between two polls, in milliseconds; longer than at first where PSC has asked for that
 * @param deadline when PSC forgets it, in milliseconds since 1970
 * @param nextPoll before which nobody polls, in milliseconds since 1970
 * @param answered whether PSC has given its answer to a node that has not said so yet, and will not repeat it
 */
record StoredLogin(
        String attempt,
        String authReqId,
        String asked,
        long interval,
        long deadline,
        Optional<Long> nextPoll,
        Optional<Boolean> answered) {
    StoredLogin {
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(authReqId, "authReqId");
        Objects.requireNonNull(asked, "asked");
        // Of a login that was begun before an update.
        nextPoll = Objects.requireNonNullElse(nextPoll, Optional.empty());
        answered = Objects.requireNonNullElse(answered, Optional.empty());
    }

    StoredLogin(String attempt, String authReqId, String asked, Duration interval, Instant end) {
        this(attempt, authReqId, asked, interval.toMillis(), end.toEpochMilli(), Optional.empty(), Optional.empty());
    }

    Duration pause() {
        return Duration.ofMillis(interval);
    }

    Instant end() {
        return Instant.ofEpochMilli(deadline);
    }

    /** How long nobody polls, seen from now. */
    Duration untilPoll(Instant now) {
        return nextPoll.map(Instant::ofEpochMilli)
                .filter(now::isBefore)
                .map(then -> Duration.between(now, then))
                .orElse(Duration.ZERO);
    }

    StoredLogin polledAgainAt(Instant then) {
        return new StoredLogin(
                attempt, authReqId, asked, interval, deadline, Optional.of(then.toEpochMilli()), answered);
    }

    StoredLogin withPause(Duration pause) {
        return new StoredLogin(attempt, authReqId, asked, pause.toMillis(), deadline, nextPoll, answered);
    }

    boolean isAnswered() {
        return answered.orElse(false);
    }

    StoredLogin asAnswered() {
        return new StoredLogin(attempt, authReqId, asked, interval, deadline, nextPoll, Optional.of(true));
    }

    ExpectedLogin expected() {
        return ExpectedLogin.ofBackchannel(attempt, new NationalId(asked));
    }

    /** Prints its name in the log alone. */
    @Override
    public String toString() {
        return "StoredLogin[" + attempt + "]";
    }
}
