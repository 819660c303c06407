package io.github.pscsdk.relyingparty.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.OtherId;
import io.github.pscsdk.api.Practice;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session may keep of UserInfo is counted as if it were written. */
class UserInfoRoomTest {
    private static final int MAX_BYTES = 128 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CABINET",
                "é",
                "€",
                "𝄞",
                "\"\\/",
                "\b\t\n\f\r",
                "\u0000\u0001\u001f",
                "\u007f\u0080\u07ff\u0800"
            })
    void a_text_is_counted_as_it_is_written(String text) {
        assertEquals(
                Json.length(new OtherId(text, "")),
                UserInfoDocument.Room.OTHER_ID
                        + UserInfoDocument.Room.written(text)
                        + UserInfoDocument.Room.written(""));
    }

    @Test
    void the_last_practice_is_kept_that_fits_to_the_byte() throws Exception {
        var written = practices("é".repeat(1_000), 1, "x").stream()
                .mapToInt(practice -> Json.length(practice))
                .toArray();
        var full = MAX_BYTES / written[0] - 1;
        var left = MAX_BYTES - full * written[0];
        // Written with six bytes a letter, or with one.
        var letters = left - (written[1] - 1);
        var longest = "\\u0001".repeat(letters / 6) + "x".repeat(letters % 6);

        assertEquals(full + 1, practices("é".repeat(1_000), full, longest).size());
        assertEquals(full, practices("é".repeat(1_000), full, longest + "x").size());
    }

    @Test
    void the_last_workplace_is_kept_that_fits_to_the_byte() throws Exception {
        var one = practices("x", 0, "x\",\"activities\":[{\"codeModeExercice\":\"L\",\"codePostal\":\"x\"}],\"y\":\"")
                .get(0);
        var workplace = Json.length(one.workplaces().get(0));
        assertEquals(
                workplace,
                UserInfoDocument.Room.WORKPLACE
                        + UserInfoDocument.Room.written("L")
                        + "{\"system\":\"1.2.250.1.213.1.6.1.18\",\"code\":}".length()
                        + UserInfoDocument.Room.written("x")
                        - 2 * "null".length());
    }

    private static List<Practice> practices(String name, int times, String last) throws Exception {
        var entries = Stream.concat(Collections.nCopies(times, name).stream(), Stream.of(last))
                .map(text -> "{\"codeProfession\":\"10\",\"nomDexercice\":\"" + text + "\"}")
                .collect(Collectors.joining(","));
        var json = "{\"sub\":\"s\",\"SubjectNameID\":\"899999000427\",\"SubjectRefPro\":{\"exercices\":[" + entries
                + "]}}";
        return UserInfo.read(json.getBytes(StandardCharsets.UTF_8))
                .professional()
                .orElseThrow()
                .practices();
    }
}
