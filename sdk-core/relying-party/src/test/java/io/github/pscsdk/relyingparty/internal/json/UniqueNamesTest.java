package io.github.pscsdk.relyingparty.internal.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No member of a token comes twice: of two, a reader might believe the one that another reader does not see. */
class UniqueNamesTest {
    private static UniqueNames with(int count) throws IOException {
        var names = new UniqueNames();
        for (var i = 0; i < count; i++) {
            names.add("member-" + i);
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0", "2, 0", "2, 1", "4, 3", "5, 0", "5, 3", "5, 4", "31, 30", "32, 0", "32, 31", "33, 0", "33, 31",
        "33, 32", "34, 32", "34, 33", "100, 0", "100, 99"
    })
    void a_name_that_comes_again_is_refused_wherever_it_stood_first(int count, int again) throws Exception {
        var names = with(count);

        assertThrows(IOException.class, () -> names.add("member-" + again));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 31, 32, 33, 100})
    void names_that_differ_are_taken_however_many_there_are(int count) throws Exception {
        var names = with(count);

        assertDoesNotThrow(() -> names.add("another"));
        assertThrows(IOException.class, () -> names.add("another"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "[{\"a\":1,\"b\":2,\"a\":1}]",
                "{\"a\":{\"b\":{\"c\":1,\"c\":2}}}",
                "{\"a\":[1,[2,{\"b\":1,\"b\":1}]]}"
            })
    void a_value_that_is_skipped_has_no_member_twice_either(String json) throws Exception {
        try (var parser = new JsonFactory().createParser(json)) {
            parser.nextToken();

            assertThrows(IOException.class, () -> UniqueNames.skip(parser));
        }
    }

    @Test
    void exactly_one_value_is_skipped() throws Exception {
        try (var parser =
                new JsonFactory().createParser("[{\"a\":[1,{\"b\":{}}],\"b\":{\"a\":1}},[[1],2],3,\"end\"]")) {
            parser.nextToken();
            for (var skipped = 0; skipped < 3; skipped++) {
                parser.nextToken();
                UniqueNames.skip(parser);
            }

            assertEquals(JsonToken.VALUE_STRING, parser.nextToken());
            assertEquals("end", parser.getText());
        }
    }
}
