package io.github.pscsdk.testkit.simulator.internal.psc.session;

import java.time.Duration;

/** The answer to one poll of a back-channel login. */
public sealed interface PollAnswer {
    PollAnswer TOKENS = new Tokens();

    /** Not answered yet (CIBA Core §11). */
    PollAnswer PENDING = error(
            "authorization_pending",
            "The authorization request is still pending as the end-user hasn't yet been authenticated.");

    /** Not answered yet, and polled too fast (CIBA Core §11). */
    PollAnswer SLOW_DOWN = error("slow_down", "Too early to access");

    /** Too late (CIBA Core §11). */
    PollAnswer EXPIRED = error("expired_token", "The authorization request has expired");

    /** Refused on the device (CIBA Core §11). */
    PollAnswer DENIED = error("access_denied", "The end-user denied the authorization request");

    /** Unknown, used, or another client's. */
    PollAnswer INVALID = error("invalid_grant", "Invalid Auth Req ID");

    /** Tokens are issued for this poll. */
    record Tokens() implements PollAnswer {}

    /** An OAuth error with status 400. */
    record Error(String code, String description) implements PollAnswer {}

    /** HTTP 503 in front of Pro Santé Connect, with the advice of an answer in whole seconds. */
    record Outage(Duration retryAfter) implements PollAnswer {}

    private static PollAnswer error(String code, String description) {
        return new Error(code, description);
    }
}
