package io.github.pscsdk.api.dialog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bounds of what a plug-in may ask and show. */
class PersonQuestionsTest {
    private static final BilingualLine TEXT = BilingualLine.of("Laquelle ?", "Which one?");

    private static byte[] png(int width, int height, int length) {
        return ByteBuffer.allocate(length)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .array();
    }

    /** Without a bit that tells it from text. */
    private static byte[] otherThanPng() {
        var bytes = png(1, 1, 64);
        bytes[0] &= 0x7F;
        return bytes;
    }

    @Test
    void a_picture_is_a_png_of_limited_size_however_small_its_file() {
        var picture = ShownPicture.png(TEXT, png(2048, 1, 64));

        assertArrayEquals(png(2048, 1, 64), picture.png().orElseThrow());
        assertEquals(Optional.empty(), picture.qrText());
        for (var wrong : List.of(
                new byte[0],
                new byte[64],
                "GIF89a-------------------".getBytes(),
                Arrays.copyOf(png(1, 1, 64), 23),
                otherThanPng(),
                png(2049, 1, 64),
                png(1, 2049, 64),
                png(0, 1, 64),
                png(-1, 1, 64),
                png(1, 1, ShownPicture.MOST_BYTES + 1))) {
            assertThrows(IllegalArgumentException.class, () -> ShownPicture.png(TEXT, wrong));
        }
    }

    @Test
    void a_picture_cannot_be_changed_from_outside() {
        var bytes = png(1, 1, 64);
        var picture = ShownPicture.png(TEXT, bytes);

        bytes[63] = 1;
        picture.png().orElseThrow()[63] = 1;

        assertEquals(0, picture.png().orElseThrow()[63]);
    }

    @Test
    void the_text_of_a_qr_code_is_one_line_of_a_kilobyte() {
        var text = "é".repeat(ShownPicture.MOST_QR_BYTES / 2);
        assertEquals(Optional.of(text), ShownPicture.qrCode(TEXT, text).qrText());
        for (var wrong : List.of("", " ", text + "e", "a\nb")) {
            assertThrows(IllegalArgumentException.class, () -> ShownPicture.qrCode(TEXT, wrong));
        }
    }

    @Test
    void a_phone_is_sent_to_an_address_over_tls_or_to_this_machine() {
        assertEquals(
                Optional.of("https://badge.example/1"),
                ShownPicture.qrCode(TEXT, URI.create("https://badge.example/1")).qrText());
        for (var wrong : List.of("http://badge.example", "otpauth://totp/badge", "https://" + "e".repeat(1000))) {
            assertThrows(IllegalArgumentException.class, () -> ShownPicture.qrCode(TEXT, URI.create(wrong)), wrong);
        }
    }

    @Test
    void a_card_is_named_in_a_line_of_plain_text() {
        assertEquals(
                Optional.of("A B"), CardChoice.of("reader").withHolder("A B").holder());
        for (var wrong : List.of("", "a\nb")) {
            assertThrows(IllegalArgumentException.class, () -> CardChoice.of(wrong));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> CardChoice.of("reader").withHolder(wrong));
        }
    }

    @Test
    void a_text_is_one_line_of_bounded_length() {
        var question = TextQuestion.of(TEXT, 200);

        assertTrue(question.accepts("é".repeat(200)));
        for (var wrong : List.of("", " ", "é".repeat(201), "a\nb")) {
            assertFalse(question.accepts(wrong), wrong);
        }
        assertThrows(IllegalArgumentException.class, () -> TextQuestion.of(TEXT, 0));
        assertThrows(IllegalArgumentException.class, () -> TextQuestion.of(TEXT, 201));
    }

    @Test
    void no_text_is_asked_for_that_could_be_a_code_of_pro_sante_connect() {
        for (var words : List.of("Code PIN", "Votre code porteur", "Code de l’e-CPS")) {
            assertThrows(
                    IllegalArgumentException.class, () -> TextQuestion.of(BilingualLine.of("Texte", words), 9), words);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> OneTimeCodeQuestion.ofSent(BilingualLine.of(words), 6),
                    words);
        }
    }

    @Test
    void only_a_code_that_was_sent_is_sent_again_and_no_empty_answer_means_that_otherwise() {
        var shown = OneTimeCodeQuestion.of(BilingualLine.of("Jeton"), 6);
        var sent = OneTimeCodeQuestion.ofSent(BilingualLine.of("SMS"), 6);
        var nothing = new char[0];

        assertThrows(IllegalArgumentException.class, shown::withSendAgain);
        assertFalse(shown.accepts(nothing) || sent.accepts(nothing));
        var again = sent.withSendAgain().asAgain().withTriesLeft(2);
        assertTrue(again.accepts(nothing) && again.asksToSendAgain(nothing));
        assertTrue(again.isSent() && sent.isSent() && !shown.isSent());
        assertFalse(again.asksToSendAgain("123456".toCharArray()));
    }

    @Test
    void nothing_of_what_is_asked_or_shown_is_printed() {
        var printed = List.of(
                        OneTimeCodeQuestion.of(BilingualLine.of("FICTIVE"), 6),
                        OneTimeCodeQuestion.ofSent(BilingualLine.of("FICTIVE"), 6),
                        TextQuestion.of(BilingualLine.of("FICTIVE"), 9),
                        ShownPicture.qrCode(TEXT, "FICTIVE"),
                        CardChoice.of("reader").withHolder("FICTIVE"),
                        new NationalIdAnswer(NationalId.ofRpps("99999000427"), false))
                .toString();

        assertFalse(printed.contains("FICTIVE") || printed.contains("99999000427"), printed);
    }

    @Test
    void a_host_without_a_dialog_answers_none_of_them() throws Exception {
        var silent = LoginDialog.SILENT;

        assertEquals(Optional.empty(), silent.oneTimeCode(OneTimeCodeQuestion.of(BilingualLine.of("Jeton"), 6)));
        assertEquals(Optional.empty(), silent.text(TextQuestion.of(TEXT, 9)));
        assertEquals(Optional.empty(), silent.choice(TEXT, List.of()));
        assertEquals(Optional.empty(), silent.yesOrNo(TEXT));
        assertFalse(silent.showPicture(ShownPicture.qrCode(TEXT, "x")));
        silent.hidePicture();
    }
}
