package io.github.pscsdk.relyingparty.internal.login;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.relyingparty.internal.login.LoginCompletion.ExpectedLogin;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A back-channel login as it lies in the store while it waits for the professional.
 *
 * @param attempt its name in the log
 * @param authReqId by which PSC knows it
 * @param asked the professional who is asked
 * @param interval between two polls, in milliseconds
 * @param deadline when PSC forgets it, in milliseconds since 1970
 */
record StoredLogin(String attempt, String authReqId, String asked, long interval, long deadline) {
    StoredLogin {
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(authReqId, "authReqId");
        Objects.requireNonNull(asked, "asked");
    }

    Duration pause() {
        return Duration.ofMillis(interval);
    }

    Instant end() {
        return Instant.ofEpochMilli(deadline);
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
