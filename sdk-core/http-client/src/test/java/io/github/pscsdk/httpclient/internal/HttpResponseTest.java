package io.github.pscsdk.httpclient.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpResponseTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private static Optional<Duration> retryAfter(String header) {
        var headers = header == null ? Headers.EMPTY : Headers.of("Retry-After", header);
        return new HttpResponse(503, headers, new byte[0], Optional.empty()).retryAfter(NOW);
    }

    @Test
    void a_number_in_retry_after_is_seconds() {
        assertEquals(Optional.of(Duration.ofSeconds(120)), retryAfter("120"));
    }

    @Test
    void a_date_in_retry_after_is_the_time_until_then() {
        assertEquals(Optional.of(Duration.ofMinutes(2)), retryAfter("Tue, 24 Nov 2026 10:02:00 GMT"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999", "Tue, 24 Nov 2026 09:00:00 GMT"})
    void anything_else_in_retry_after_is_nothing(String header) {
        assertEquals(Optional.empty(), retryAfter(header));
    }
}
