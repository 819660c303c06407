package io.github.pscsdk.relyingparty.internal.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each content has one spelling. */
class CompactTokenTest {
    private static byte[] decode(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return CompactToken.decode(bytes, 0, bytes.length);
    }

    @Test
    void every_content_is_read_from_its_spelling() {
        var random = new Random(1);
        for (var length = 0; length < 100; length++) {
            var content = new byte[length];
            random.nextBytes(content);

            assertArrayEquals(
                    content, decode(Base64.getUrlEncoder().withoutPadding().encodeToString(content)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB", "AP", "Af", "AAB", "AAC", "AAD", "AA==", "AAA=", "A", "AAAAA", "A+A", "A/A", "A A", "AAA\n",
                "AA=", "é"
            })
    void another_spelling_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> decode(text));
    }

    @Test
    void a_part_of_a_text_is_read() {
        assertEquals(1, CompactToken.decode("x.AA.x".getBytes(StandardCharsets.US_ASCII), 2, 4).length);
    }
}
