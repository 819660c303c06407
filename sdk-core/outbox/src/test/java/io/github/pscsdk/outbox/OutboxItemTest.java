package io.github.pscsdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxItemTest {
    private static final UUID ID = UUID.fromString("6f1c0f5e-9d1b-4d8e-8f0a-0a7a5a1b2c3d");
    private static final Instant SINCE = Instant.parse("2026-03-02T09:00:00.123456Z");

    private static HandOver handOver(String body) {
        return new HandOver(ID, "", "{}", body);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, WAITING, {}, true",
        "WAITING, RECEIVED, sent, true",
        "WAITING, RECEIVED, {}, false",
        "WAITING, WAITING, sent, false",
        "RECEIVED, WAITING, sent, false",
    })
    void of_one_id_what_is_further_along_counts_with_the_same_content(
            Phase mine, Phase other, String body, boolean isBehind) {
        var own = OutboxItem.of(handOver("sent"), mine, SINCE);

        assertEquals(isBehind, own.isBehind(OutboxItem.of(handOver(body), other, SINCE)));
    }

    @Test
    void an_item_that_ends_early_is_none() {
        var whole = ItemText.write(
                OutboxItem.of(handOver("{}"), Phase.WAITING, SINCE).failed("PSC-060", SINCE));

        for (var length = 0; length < whole.length; length++) {
            var part = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> ItemText.read(ID, Phase.WAITING, SINCE, part));
        }
    }
}
