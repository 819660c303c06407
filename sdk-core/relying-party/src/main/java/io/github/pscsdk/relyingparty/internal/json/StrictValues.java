package io.github.pscsdk.relyingparty.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Values of the type that a specification says, or null; anything else makes the document unreadable. */
final class StrictValues {
    private StrictValues() {}

    static Object text(JsonParser parser, Object before) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> null;
            default -> throw new IOException("no text");
        };
    }

    /** A text; anything else is as good as absent, and is skipped. */
    static Object textOrNothing(JsonParser parser, Object before) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        UniqueNames.skip(parser);
        return null;
    }

    /** Whole seconds: RFC 7519, section 2, allows fractions in a {@code NumericDate}. */
    static Object seconds(JsonParser parser, Object before) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getLongValue();
            case VALUE_NULL -> null;
            default -> throw new IOException("no number");
        };
    }

    /** A list of texts, or one. */
    static Object texts(JsonParser parser, Object before) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            var only = text(parser, before);
            return only == null ? null : List.of((String) only);
        }
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw new IOException("no text");
            }
            texts.add(parser.getText());
        }
        return texts;
    }
}
