package io.github.pscsdk.plugin.cps.internal.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.plugin.cps.internal.card.CardCommands.Dialect;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardFilesTest {
    private static final String PATH = "3f002f00";
    private static final String SELECT = "00A4090C 04 3F002F00";

    private final ScriptedCard card = new ScriptedCard().on(SELECT, "9000");
    private final CpsApplication files = files(Dialect.IAS_ECC);

    @ParameterizedTest
    @CsvSource({"6282", "9000"})
    void a_file_ends_where_the_card_gives_less_than_was_asked(String status) throws Exception {
        card.on("00B00000E7", "0401AA" + status);

        assertArrayEquals(hex("0401AA"), files.read(PATH, Tlv::extent).orElseThrow());
        assertEquals(2, card.heard().size());
    }

    @Test
    void an_offset_behind_the_end_is_the_end() throws Exception {
        card.on("00B00000E7", "0481E4" + "AA".repeat(228) + "9000").on("00B000E7E7", "6B00");

        assertEquals(231, files.read(PATH, Tlv::extent).orElseThrow().length);
    }

    @Test
    void no_more_is_read_than_the_first_value_takes() throws Exception {
        card.on("00B00000E7", "308200F0" + "AA".repeat(227) + "9000").on("00B000E70D", "BB".repeat(13) + "9000");

        assertEquals(244, files.read(PATH, Tlv::extentOfFirst).orElseThrow().length);
        assertEquals(3, card.heard().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6A82", "6982"})
    void a_file_that_is_not_there_or_wants_the_code_is_no_file(String status) throws Exception {
        card.on(SELECT, status);

        assertEquals(Optional.empty(), files.read(PATH, Tlv::extent));
    }

    @Test
    void a_file_that_may_be_selected_and_not_read_is_no_file() throws Exception {
        card.on("00B00000E7", "6982");

        assertEquals(Optional.empty(), files.read(PATH, Tlv::extent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6A86", "6D00", "6581", "6A88"})
    void any_other_status_is_named(String status) {
        card.on(SELECT, status);

        var failure = assertThrows(CardDataException.class, () -> files.read(PATH, Tlv::extent));

        assertEquals("SELECT failed: status " + status.toLowerCase(Locale.ROOT), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6E00", "6985"})
    void a_card_that_is_elsewhere_is_called_back_once(String status) throws Exception {
        card.on(SELECT, status, "9000")
                .on("00B0000003", "AABBCC9000")
                .on("00A4040C 0D E828BD080F8025000001FF0010", "9000");

        assertArrayEquals(
                hex("AABBCC"), files.read(PATH, beginning -> OptionalInt.of(3)).orElseThrow());
        assertEquals("00a4040c0de828bd080f8025000001ff0010", card.heard().get(1));
    }

    @Test
    void a_card_that_stays_elsewhere_is_given_up() {
        card.on(SELECT, "6985");

        assertThrows(CardDataException.class, () -> files.read(PATH, Tlv::extent));
    }

    @Test
    void a_cps4_is_asked_without_the_master_file_and_for_no_more_than_it_said_there_is() throws Exception {
        card.on("00A40800 02 2F00 00", "6F04 8002 0102 9000")
                .on("00B0000000", "0481FF" + "AA".repeat(253) + "9000")
                .on("00B0010002", "AAAA9000");

        assertEquals(258, files(Dialect.CHIPDOC).read(PATH, Tlv::extent).orElseThrow().length);
    }

    private CpsApplication files(Dialect dialect) {
        var commands = new CardCommands(dialect, card);
        return new CpsApplication(commands, commands);
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes.replace(" ", ""));
    }
}
