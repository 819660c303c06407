package io.github.pscsdk.tracestore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a node reads of traces that others have encrypted. */
class EncryptedTraceStoreTest {
    private static final Instant TIME = Instant.parse("2026-11-27T10:00:00.123Z");
    private static final byte[] VALUE = "a-person".getBytes(StandardCharsets.US_ASCII);

    private final TraceStore seen = TraceStore.inMemory(10, Clock.systemUTC());

    private static KeyRing ring(int... keys) {
        var all = new LinkedHashMap<String, byte[]>();
        for (var key : keys) {
            var bytes = new byte[32];
            bytes[0] = (byte) key;
            all.put("key-" + key, bytes);
        }
        return new KeyRing(new byte[32], all);
    }

    private static TraceEntry trace(int second) {
        return TraceEntry.of(new TracePosition(TIME.plusSeconds(second), UUID.randomUUID()), VALUE);
    }

    private List<TraceEntry> read(KeyRing ring) {
        return seen.encrypted(ring).read(TracePosition.endOf(Instant.EPOCH), Instant.MAX, 10);
    }

    @Test
    void what_a_key_that_is_missing_here_encrypted_is_there_and_told_and_the_rest_is_read() {
        seen.encrypted(ring(1)).append(List.of(trace(1)));
        seen.encrypted(ring(2)).append(List.of(trace(2)));

        var read = read(ring(2));

        assertEquals(2, read.size());
        var failure = assertThrows(StoreException.class, read.get(0)::value);
        assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem());
        assertArrayEquals(VALUE, read.get(1).value());
        assertArrayEquals(VALUE, read(ring(2, 1)).get(0).value());
    }

    @Test
    void a_trace_that_was_moved_to_another_time_or_id_cannot_be_read() {
        seen.encrypted(ring(1)).append(List.of(trace(1)));
        var stored =
                seen.read(TracePosition.endOf(Instant.EPOCH), Instant.MAX, 1).get(0);
        seen.append(List.of(
                TraceEntry.of(
                        new TracePosition(TIME.plusSeconds(2), stored.position().id()), stored.value()),
                TraceEntry.of(new TracePosition(stored.position().timestamp(), new UUID(-1, -2)), stored.value())));

        assertEquals(
                List.of(false, true, true),
                read(ring(1)).stream().map(trace -> trace.failure().isPresent()).toList());
    }

    @Test
    void the_store_sees_no_value() {
        seen.encrypted(ring(1)).append(List.of(trace(1)));

        var stored =
                seen.read(TracePosition.endOf(Instant.EPOCH), Instant.MAX, 1).get(0);
        assertFalse(new String(stored.value(), StandardCharsets.ISO_8859_1).contains("a-person"));
    }

    @Test
    void a_position_is_read_from_its_text_and_from_no_other() {
        var position = new TracePosition(TIME.plusNanos(1_999), UUID.randomUUID());

        assertEquals(position, TracePosition.parse(position.toString()).orElseThrow());
        for (var text :
                List.of("", "_", "2026-11-27T10:00:00Z", "2026-11-27T10:00:00Z_1", "yesterday_" + position.id())) {
            assertTrue(TracePosition.parse(text).isEmpty(), text);
        }
    }
}
