package io.github.pscsdk.time.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSkewTest {
    @ParameterizedTest
    @CsvSource({
        "PT29.999S, false, 29 s fast",
        "PT-29.999S, false, 29 s slow",
        "PT30S, true, 30 s fast",
        "PT-30S, true, 30 s slow",
        "PT9M40S, true, 9 min 40 s fast",
        "PT-10M, true, 10 min slow",
        "PT2H5M59S, true, 2 h 5 min fast",
        "PT-25H, true, 1 d 1 h slow",
        "P1200DT30M, true, 1200 d fast"
    })
    void a_difference_is_told_from_thirty_seconds_on_and_with_its_amount(
            Duration ahead, boolean isNotable, String told) {
        var theirs = Instant.parse("2026-01-01T12:00:00Z");

        var skew = ClockSkew.between(theirs.plus(ahead), theirs);

        assertEquals(isNotable, skew.isNotable());
        assertEquals(told, skew.toString());
    }
}
