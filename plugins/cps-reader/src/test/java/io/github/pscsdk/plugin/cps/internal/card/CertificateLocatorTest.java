package io.github.pscsdk.plugin.cps.internal.card;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue.CardKind;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificateLocatorTest {
    private static final String DIR = "6115 4F0D E828BD080F8025000001FF0010 5104 3F000001";
    private static final String CERTIFICATE = "3003020105";

    private final ScriptedCard card = new ScriptedCard();

    @BeforeEach
    void a_card_as_the_virtual_one() {
        file("3F002F00", DIR);
        file("3F0000015031", "A00A 3008 0406 3F0000017001" + "A40A 3008 0406 3F0000017003" + "0000");
        file("3F0000017003", entry("10", "3F0000013001") + entry("20", "3F0000013002"));
        file("3F0000013002", CERTIFICATE);
    }

    @Test
    void the_directories_lead_to_the_certificate_of_the_key_that_logs_in() throws Exception {
        assertArrayEquals(hex(CERTIFICATE), find().orElseThrow());
    }

    @Test
    void the_order_of_the_certificates_means_nothing() throws Exception {
        file("3F0000017003", entry("4520", "3F0000013002") + entry("10", "3F0000013001"));

        assertArrayEquals(hex(CERTIFICATE), find().orElseThrow());
    }

    @Test
    void paths_may_count_from_the_application() throws Exception {
        file("3F0000015031", "A406 3004 0402 7003");
        file("3F0000017003", entry("20", "3002"));

        assertArrayEquals(hex(CERTIFICATE), find().orElseThrow());
    }

    @Test
    void the_application_is_where_the_directory_says() throws Exception {
        file("3F002F00", "6108 4F02 A000 5102 0009" + "6113 4F0D E828BD080F8025000001FF0020 5102 0002");
        file("3F0000025031", "A406 3004 0402 7003");
        file("3F0000027003", entry("20", "3F0000013002"));

        assertArrayEquals(hex(CERTIFICATE), find().orElseThrow());
    }

    @Test
    void without_a_directory_of_applications_it_is_where_it_always_is() throws Exception {
        missing("3F002F00");
        assertArrayEquals(hex(CERTIFICATE), find().orElseThrow());

        file("3F002F00", "610F 4F0D E828BD080F8025000001FF0010");
        assertArrayEquals(hex(CERTIFICATE), find().orElseThrow());
    }

    @Test
    void a_card_without_that_certificate_has_none() throws Exception {
        file("3F0000017003", entry("10", "3F0000013001"));

        assertEquals(Optional.empty(), find());
    }

    @Test
    void entries_of_another_shape_are_passed_over() throws Exception {
        file(
                "3F0000017003",
                "0401AA" + "3000" + "3006 3000 3000 A100" + "3008 3000 3000 A102 3000" + entry("20", "3F0000013002"));

        assertArrayEquals(hex(CERTIFICATE), find().orElseThrow());
    }

    @Test
    void authorities_certificates_are_not_looked_at() throws Exception {
        file("3F0000015031", "A50A 3008 0406 3F0000017003");

        assertEquals(Optional.empty(), find());
    }

    @Test
    void a_certificate_behind_the_code_is_none() throws Exception {
        card.on("00B00000E7 3F0000013002", "6982");

        assertEquals(Optional.empty(), find());
    }

    @Test
    void a_card_without_object_directory_has_none() throws Exception {
        missing("3F0000015031");

        assertEquals(Optional.empty(), find());
    }

    @Test
    void a_directory_that_is_garbage_is_said_to_be() {
        file("3F0000015031", "A482FFFF");

        assertThrows(CardDataException.class, this::find);
    }

    private Optional<byte[]> find() throws Exception {
        var selected = new String[1];
        CardChannels.Channel channel = command -> {
            var said = HexFormat.of().formatHex(command);
            if (said.startsWith("00a4")) {
                selected[0] = said.substring(10);
                return card.transmit(command);
            }
            return card.transmit(hex(said + selected[0]));
        };
        return new CertificateLocator(CpsApplication.of(CardKind.CPS3, only(channel))).find();
    }

    private static CardChannels only(CardChannels.Channel channel) {
        return new CardChannels() {
            @Override
            public CardChannels.Channel basic() {
                return channel;
            }

            @Override
            public CardChannels.Channel additional() {
                throw new AssertionError("a CPS3 has one channel");
            }
        };
    }

    /** A file that is read in one go: the command to read it is told apart by the file that was selected. */
    private void file(String path, String content) {
        var length = "%02x".formatted(path.length() / 2);
        card.on("00A4090C" + length + path, "9000");
        card.on("00B00000E7" + path, content + "6282");
    }

    private void missing(String path) {
        card.on("00A4090C" + "%02x".formatted(path.length() / 2) + path, "6A82");
    }

    private static String entry(String id, String path) {
        var file = tlv("30", tlv("04", path));
        return tlv("30", tlv("30", tlv("0C", "61")) + tlv("30", tlv("04", id)) + tlv("A1", tlv("30", file)));
    }

    private static String tlv(String tag, String value) {
        return tag + "%02x".formatted(value.length() / 2) + value;
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes.replace(" ", ""));
    }
}
