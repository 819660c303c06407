package io.github.pscsdk.testkit.persona.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Distortions of JSON text that a JSON tree cannot express. Text that is no object is left as it is. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    /** The same document with some megabytes of blanks behind it. */
    public static String padded(String text, int blanks) {
        return text + " ".repeat(blanks);
    }

    /** The object with its first member twice, the first time with another value. */
    public static String withFirstMemberTwice(String text) {
        try {
            var names = MAPPER.readTree(text).fieldNames();
            return names.hasNext() ? withTwin(text, names.next(), "twin") : text;
        } catch (JsonProcessingException e) {
            return text; // a page
        }
    }

    static String withTwin(String object, String name, String value) {
        var twin = new JsonObjectBuilder().with(name, value).text();
        return twin.substring(0, twin.length() - 1) + "," + object.strip().substring(1);
    }
}
