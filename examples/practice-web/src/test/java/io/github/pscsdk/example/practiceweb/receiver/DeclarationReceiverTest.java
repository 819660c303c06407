package io.github.pscsdk.example.practiceweb.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationReader;
import io.github.pscsdk.testkit.simulator.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeclarationReceiverTest {
    private final VirtualClock clock = VirtualClock.standing();
    private final DeclarationReceiver receiver = DeclarationReceiver.inMemory(clock);

    @Test
    void the_same_key_has_the_first_receipt_again() throws Exception {
        var key = key("one");
        var first = receiver.handOver(new HandOver(key, declaration("A")));
        clock.advance(Duration.ofMinutes(1));

        var second = receiver.handOver(new HandOver(key, declaration("B")));

        assertSame(first, second);
        assertEquals(Optional.of(first), receiver.receipt(key));
    }

    @Test
    void the_same_id_of_another_professional_is_another_key() throws Exception {
        var key = key("one");
        receiver.handOver(new HandOver(key, declaration("A")));

        assertEquals(Optional.empty(), receiver.receipt(new HandOverKey("two", key.id())));
    }

    @Test
    void the_oldest_of_more_than_a_thousand_is_forgotten() throws Exception {
        var oldest = key("one");
        var declaration = declaration("A");
        receiver.handOver(new HandOver(oldest, declaration));

        for (var i = 0; i < 999; i++) {
            receiver.handOver(new HandOver(key("one"), declaration));
        }
        assertTrue(receiver.receipt(oldest).isPresent());
        receiver.handOver(new HandOver(key("one"), declaration));

        assertEquals(Optional.empty(), receiver.receipt(oldest));
    }

    @Test
    void neither_a_key_nor_a_receipt_prints_the_professional() throws Exception {
        var receipt = receiver.handOver(new HandOver(key("899999100011"), declaration("A")));

        assertEquals(-1, receipt.toString().indexOf("899999100011"));
    }

    private static HandOverKey key(String professional) {
        return new HandOverKey(professional, UUID.randomUUID());
    }

    private static Declaration declaration(String name) throws Exception {
        var json = "{\"place\":{\"name\":\"" + name + "\"},\"offers\":[{\"kind\":\"vaccination\"}]}";
        return DeclarationReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
