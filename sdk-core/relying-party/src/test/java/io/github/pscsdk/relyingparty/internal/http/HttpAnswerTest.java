package io.github.pscsdk.relyingparty.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.relyingparty.internal.async.FakeTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {
    private final FakeTime time = new FakeTime();

    @Test
    void a_number_in_retry_after_is_seconds() {
        assertEquals(Optional.of(Duration.ofSeconds(120)), HttpAnswer.retryAfter("120", time));
    }

    @Test
    void a_date_in_retry_after_is_the_time_until_then() {
        assertEquals(Optional.of(Duration.ofMinutes(2)), HttpAnswer.retryAfter("Tue, 24 Nov 2026 10:02:00 GMT", time));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999", "Tue, 24 Nov 2026 09:00:00 GMT"})
    void anything_else_in_retry_after_is_nothing(String header) {
        assertEquals(Optional.empty(), HttpAnswer.retryAfter(header, time));
    }
}
