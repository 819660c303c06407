package io.github.pscsdk.relyingparty.internal.endpoint;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import java.time.Duration;
import java.util.Optional;

/** The answer to one poll for a back-channel login: CIBA Core 1.0, sections 10.1 and 11. */
public sealed interface PollAnswer {

    record Tokens(TokenAnswer tokens) implements PollAnswer {}

    /** The professional has not answered yet. */
    record Pending() implements PollAnswer {}

    /** The same, and we poll too often. */
    record SlowDown() implements PollAnswer {}

    /** No usable answer this time; polling goes on. */
    record Outage(PscException problem, Optional<Duration> retryAfter) implements PollAnswer {}

    /** The login has failed; polling ends. */
    record Failed(PscException problem) implements PollAnswer {}
}
