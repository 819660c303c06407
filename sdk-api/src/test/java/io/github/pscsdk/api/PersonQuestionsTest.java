package io.github.pscsdk.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.ShortText;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bounds of what a plug-in may ask and show. */
class PersonQuestionsTest {
    private static final ShortText TEXT = ShortText.of("Laquelle ?", "Which one?");

    private static List<ShortText> choices(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> ShortText.of("Choix " + index, "Choice " + index))
                .toList();
    }

    private static byte[] png(int width, int height, int length) {
        return ByteBuffer.allocate(length)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .array();
    }

    @Test
    void a_choice_has_two_to_twelve_answers_each_of_them_different() {
        assertEquals(12, ChoiceQuestion.of(TEXT, choices(12)).choices().size());
        assertThrows(IllegalArgumentException.class, () -> ChoiceQuestion.of(TEXT, choices(1)));
        assertThrows(IllegalArgumentException.class, () -> ChoiceQuestion.of(TEXT, choices(13)));
        assertThrows(IllegalArgumentException.class, () -> ChoiceQuestion.of(TEXT, List.of(TEXT, TEXT)));
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
    void nothing_of_what_is_asked_or_shown_is_printed() {
        var printed = List.of(
                        ChoiceQuestion.of(ShortText.of("FICTIVE"), choices(2)),
                        YesNoQuestion.of(ShortText.of("FICTIVE")),
                        OneTimeCodeQuestion.of(ShortText.of("FICTIVE"), 6),
                        ShownPicture.qrCode(TEXT, "FICTIVE"),
                        NationalIdQuestion.holderOf("FICTIVE"),
                        CardChoice.of("reader").withHolder("FICTIVE"),
                        NationalIdAnswer.of(NationalId.ofRpps("99999000427")))
                .toString();

        assertFalse(printed.contains("FICTIVE") || printed.contains("99999000427"), printed);
    }

    @Test
    void a_host_without_a_dialog_answers_none_of_them() throws Exception {
        var silent = LoginDialog.SILENT;

        assertEquals(Optional.empty(), silent.oneTimeCode(OneTimeCodeQuestion.of(ShortText.of("Jeton"), 6)));
        assertEquals(Optional.empty(), silent.choice(ChoiceQuestion.of(TEXT, choices(2))));
        assertEquals(Optional.empty(), silent.yesOrNo(YesNoQuestion.of(TEXT)));
        assertFalse(silent.showPicture(ShownPicture.qrCode(TEXT, "x")));
        silent.hidePicture();
    }
}
