package io.github.pscsdk.relyingparty.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.relyingparty.internal.json.BackchannelAnswer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often PSC is polled, by what it asks for and how long it waits, in seconds. */
class BackchannelLoginsTest {

    private static long interval(Optional<Long> asked, long wait) {
        return BackchannelLogins.interval(new BackchannelAnswer("request-1", wait, asked), Duration.ofSeconds(wait))
                .toSeconds();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 120, 5",
        "61, 120, 61",
        "90, 300, 90",
        "119, 120, 119",
        "120, 120, 119",
        "9223372036854775807, 120, 119",
        "0, 120, 1",
        "-9223372036854775808, 120, 1",
        "5, 1, 1"
    })
    void as_asked_for_within_the_wait(long asked, long wait, long polled) {
        assertEquals(polled, interval(Optional.of(asked), wait));
    }

    @Test
    void five_seconds_where_nothing_is_asked_for() {
        assertEquals(5, interval(Optional.empty(), 120));
    }
}
