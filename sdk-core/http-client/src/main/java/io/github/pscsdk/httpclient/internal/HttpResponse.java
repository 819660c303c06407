package io.github.pscsdk.httpclient.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * A response, its body read to the end: at most {@link HttpCalls#MAX_BODY} bytes.
 *
 * @param tlsVersion what the connection is protected by, such as {@code TLSv1.3}; empty on plain HTTP
 */
public record HttpResponse(int status, Headers headers, byte[] body, Optional<String> tlsVersion) {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    /** Whether the status is a 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the status says that asking again later may help: too many requests, or a gateway without a server. */
    public boolean isOutage() {
        return status == 429 || status >= 502 && status <= 504;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The peer's clock, from the header {@code Date}. */
    public Optional<Instant> date() {
        return Optional.ofNullable(headers.getInstant("Date"));
    }

    /**
     * The header {@code Retry-After}, seconds or a date, as a time from now (RFC 9110, section 10.2.3); empty where it
     * cannot be read.
     */
    public Optional<Duration> retryAfter(Instant now) {
        return header("Retry-After").flatMap(text -> wait(text, now));
    }

    private static Optional<Duration> wait(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant())).filter(wait -> !wait.isNegative());
        } catch (DateTimeException e) {
            // Unreadable is as good as absent: the caller has a pace of its own.
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "HttpResponse[" + status + ", " + body.length + " bytes]";
    }
}
