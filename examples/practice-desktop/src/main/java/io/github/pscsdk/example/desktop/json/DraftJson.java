package io.github.pscsdk.example.desktop.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.field.FieldValues;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes and reads a draft as it is kept: one member for each field that is filled. A later version may know other fields. */
public final class DraftJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DraftJson() {}

    public static String write(FieldValues sheet) {
        var members = new TreeMap<String, String>();
        sheet.values().forEach((field, value) -> members.put(field.name(), value));
        try {
            return MAPPER.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are JSON", e);
        }
    }

    /** The sheet of a text by {@link #write}; fields that this version does not know are left out. */
    public static FieldValues read(String text) {
        try {
            var members = MAPPER.readValue(text, new TypeReference<Map<String, String>>() {});
            var values = new EnumMap<Field, String>(Field.class);
            Arrays.stream(Field.values())
                    .filter(field -> members.containsKey(field.name()))
                    .forEach(field -> values.put(field, members.get(field.name())));
            return new FieldValues(values);
        } catch (JsonProcessingException e) {
            // Not as the cause: its message quotes the draft.
            throw new IllegalStateException("a draft was not written by this class");
        }
    }
}
