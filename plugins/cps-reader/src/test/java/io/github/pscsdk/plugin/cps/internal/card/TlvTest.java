package io.github.pscsdk.plugin.cps.internal.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlvTest {
    @Test
    void values_stand_in_values() throws Exception {
        var template = Tlv.all(hex("61 09 4F 02 AABB 51 03 3F0001")).get(0);

        assertEquals(0x61, template.tag());
        assertArrayEquals(hex("3F0001"), template.child(0x51).orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource({"04 01 AA, 04", "BF 81 01 01 AA, BF8101", "7F 21 01 AA, 7F21"})
    void a_tag_may_have_several_bytes(String bytes, String tag) throws Exception {
        assertEquals(Integer.parseInt(tag, 16), Tlv.all(hex(bytes)).get(0).tag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"81", "8200", "830000"})
    void a_length_may_have_several_bytes(String prefix) throws Exception {
        assertEquals(1, Tlv.all(hex("04" + prefix + "01 AA")).get(0).value().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 00 00", "FF FF"})
    void padding_ends_a_file(String padding) throws Exception {
        assertEquals(1, Tlv.all(hex("04 01 AA" + padding)).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04",
                "04 05 AA",
                "04 82 01",
                "04 80 00 00",
                "04 84 7F FF FF FF",
                "1F FF FF FF FF",
                "BF 81",
                "04 83 FF FF FF AA"
            })
    void what_cannot_be_right_is_refused_and_not_quoted(String bytes) {
        var failure = assertThrows(CardDataException.class, () -> Tlv.all(hex(bytes)));

        assertFalse(failure.getMessage().contains("AA"));
    }

    @ParameterizedTest
    @CsvSource({
        "04 05 AA,             7", // the value is cut off, and its length is known
        "04 01 AA 04 82 01 00, 263",
        "04 01 AA 00 00,       3" // padding: nothing is missing
    })
    void the_beginning_of_a_file_tells_how_much_is_wanted(String beginning, int wanted) throws Exception {
        assertEquals(OptionalInt.of(wanted), Tlv.extent(hex(beginning)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "04 01 AA", "04 01 AA 04 82 01", "04 01 AA 7F"})
    void a_beginning_that_ends_before_the_next_length_does_not(String beginning) throws Exception {
        assertEquals(OptionalInt.empty(), Tlv.extent(hex(beginning)));
    }

    @Test
    void no_garbage_makes_it_fail_in_another_way_or_read_for_ever() {
        var random = new Random(20261124);
        for (var round = 0; round < 20_000; round++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                for (var tlv : Tlv.all(bytes)) {
                    assertFalse(tlv.value().length > bytes.length);
                    assertFalse(tlv.deep().findAny().isEmpty());
                }
                Tlv.extent(bytes);
            } catch (CardDataException expected) {
                assertFalse(expected.getMessage().isBlank());
            }
        }
    }

    @Test
    void thousands_of_values_within_each_other_are_refused() throws Exception {
        var levels = 16_000;
        var nested = ByteBuffer.allocate(4 * levels);
        while (nested.hasRemaining()) {
            nested.put((byte) 0x30).put((byte) 0x82).putShort((short) (nested.remaining() - 2));
        }
        var outermost = Tlv.all(nested.array()).get(0);

        assertThrows(CardDataException.class, outermost::deep);
    }

    @Test
    void a_value_is_not_printed() throws Exception {
        assertEquals("Tlv[4, 2 bytes]", Tlv.all(hex("04 02 ABCD")).get(0).toString());
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes.replace(" ", ""));
    }
}
