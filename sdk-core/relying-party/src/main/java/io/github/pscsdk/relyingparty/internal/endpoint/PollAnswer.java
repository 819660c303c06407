package io.github.pscsdk.relyingparty.internal.endpoint;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import java.time.Duration;
import java.util.Optional;

/** What one poll for a back-channel login brought: CIBA Core 1.0, sections 10.1 and 11. */
public sealed interface PollAnswer {

    /** The professional has confirmed. */
    record Tokens(TokenAnswer tokens) implements PollAnswer {}

    /** Not yet. */
    record Pending() implements PollAnswer {}

    /** Not yet, and we ask too often. */
    record SlowDown() implements PollAnswer {}

    /** No usable answer; the next one may be. */
    record Outage(PscException problem, Optional<Duration> retryAfter) implements PollAnswer {}

    /** The end. */
    record Failed(PscException problem) implements PollAnswer {}
}
