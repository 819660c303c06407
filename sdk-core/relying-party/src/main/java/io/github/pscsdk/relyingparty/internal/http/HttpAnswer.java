package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Response;

/**
 * An answer, whole and in memory.
 *
 * @param status the HTTP status
 * @param retryAfter the header {@code Retry-After} as a time from now, where it can be read
 * @param body at most {@link #MAX_BODY} bytes
 * @param date the server's clock, from the header {@code Date}
 * @param protocol what the connection is protected by, such as {@code TLSv1.3}; empty on plain HTTP
 */
public record HttpAnswer(
        int status, Optional<Duration> retryAfter, byte[] body, Optional<Instant> date, Optional<String> protocol) {
    /** The largest body that is read: 1 MiB. */
    public static final int MAX_BODY = 1 << 20;

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    /** The server answered, but with more than anybody may need: a fault of the answer, not of the connection. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("the answer has more than " + MAX_BODY + " bytes");
        }
    }

    /** @param clock for a date in {@code Retry-After} */
    static HttpAnswer read(Response response, Clock clock) throws IOException {
        var source = response.body().source();
        if (source.request(MAX_BODY + 1L)) {
            throw new TooLargeException();
        }
        return new HttpAnswer(
                response.code(),
                retryAfter(response.header("Retry-After"), clock),
                source.readByteArray(),
                Optional.ofNullable(response.headers().getInstant("Date")),
                Optional.ofNullable(response.handshake())
                        .map(handshake -> handshake.tlsVersion().javaName()));
    }

    /** {@code Retry-After} is seconds or a date: RFC 9110, section 10.2.3. */
    static Optional<Duration> retryAfter(String header, Clock clock) {
        if (header == null) {
            return Optional.empty();
        }
        if (SECONDS.matcher(header).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            var date = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            var wait = Duration.between(clock.instant(), date);
            return wait.isNegative() ? Optional.empty() : Optional.of(wait);
        } catch (DateTimeException e) {
            // Unreadable is as good as absent: the caller has a pace of its own.
            return Optional.empty();
        }
    }

    /** Whether the status says success. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the status says that asking again later may help: too many requests, or a gateway without a server. */
    public boolean isOutage() {
        return status == 429 || status >= 502 && status <= 504;
    }

    /**
     * What it means that PSC answered with a status that was not expected.
     *
     * @param what the answer of what, for the message
     */
    public PscException unexpectedStatus(String what) {
        return new PscException(
                isOutage() ? LoginProblem.PSC_UNAVAILABLE : LoginProblem.PSC_ANSWER_INVALID,
                what + ": status " + status);
    }

    /** Prints status and size only. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + body.length + " bytes]";
    }
}
