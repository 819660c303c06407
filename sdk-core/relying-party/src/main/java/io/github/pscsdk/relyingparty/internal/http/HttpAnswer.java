package io.github.pscsdk.relyingparty.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer, whole and in memory.
 *
 * @param status the HTTP status
 * @param retryAfter the header {@code Retry-After} as a time from now, where it can be read
 * @param body at most {@link HttpCalls#MAX_BODY} bytes
 * @param date the server's clock, from the header {@code Date}
 * @param protocol what the connection is protected by, such as {@code TLSv1.3}; empty on plain HTTP
 */
public record HttpAnswer(
        int status, Optional<Duration> retryAfter, byte[] body, Optional<Instant> date, Optional<String> protocol) {

    /** Whether the status says success. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the status says that asking again later may help: too many requests, or a gateway without a server. */
    public boolean isOutage() {
        return status == 429 || status >= 502 && status <= 504;
    }

    /** Status and size only. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + body.length + " bytes]";
    }
}
