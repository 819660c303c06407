package io.github.pscsdk.example.desktop.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.field.FieldValues;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Writes a sheet as the document that the library of the declaration reads: each field where its path says. */
public final class DeclarationJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String OFFER = "offers[0]";

    private DeclarationJson() {}

    /**
     * The document of one offer. Who declares is known from the login.
     *
     * @param week the open days, in canonical spelling
     */
    public static String write(FieldValues sheet, Map<DayOfWeek, String> week) {
        var document = MAPPER.createObjectNode();
        var place = document.putObject("place");
        var offer = document.putArray("offers").addObject();
        for (var entry : sheet.values().entrySet()) {
            var path = entry.getKey().path();
            var parent = path.startsWith(OFFER) ? offer : path.startsWith("place.") ? place : document;
            put(parent, path.substring(path.lastIndexOf('.') + 1), entry.getKey(), entry.getValue());
        }
        if (!week.isEmpty()) {
            var hours = offer.putObject("hours");
            week.forEach((day, open) -> hours.put(day.name().toLowerCase(Locale.ROOT), open));
        }
        return document.toString();
    }

    private static void put(ObjectNode parent, String name, Field field, String value) {
        switch (field.input()) {
            case SOME_OF, LIST -> {
                var list = parent.putArray(name);
                Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .forEach(list::add);
            }
            // Written by the day, above.
            case WEEK -> {}
            default -> parent.put(name, value);
        }
    }
}
