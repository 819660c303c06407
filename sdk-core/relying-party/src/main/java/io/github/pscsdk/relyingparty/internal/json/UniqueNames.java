package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of one JSON object so far, none of which may come twice: RFC 7515, section 4; RFC 7519, section 4. Jackson's own check makes a set for
 * every object, which costs more than reading the claims of an ID token.
 */
final class UniqueNames {
    private static final int FEW = 32;

    private String[] few = new String[4];
    private int count;
    private Set<String> many;

    void add(String name) throws IOException {
        if (many != null) {
            demand(many.add(name));
            return;
        }
        for (var i = 0; i < count; i++) {
            demand(!few[i].equals(name));
        }
        // Only spares comparing with each of many.
        if (count == FEW) {
            many = new HashSet<>(List.of(few));
            many.add(name);
            return;
        }
        if (count == few.length) {
            few = Arrays.copyOf(few, 2 * count);
        }
        few[count++] = name;
    }

    static void demand(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("a member comes twice");
        }
    }

    /** Skips a value, in which the same holds. Not deeper than the parser lets in. */
    static void skip(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                skip(parser);
            }
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            var names = new UniqueNames();
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                names.add(name);
                parser.nextToken();
                skip(parser);
            }
        }
    }
}
