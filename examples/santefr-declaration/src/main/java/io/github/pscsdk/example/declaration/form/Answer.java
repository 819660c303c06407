package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.FormField.Input;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A field with what stands in it, in words. */
public record Answer(FormField field, String label, String text) {
    /** The answers of a declaration that are not empty, in the order of the fields. */
    public static List<Answer> of(Declaration declaration, Collection<FormField> fields, Language language) {
        var values = FieldValues.of(declaration, fields);
        return fields.stream()
                .filter(field -> !values.all(field).isEmpty())
                .map(field -> of(field, values, language))
                .toList();
    }

    /** That of one field. */
    public static Answer of(FormField field, FieldValues values, Language language) {
        var text = values.all(field).stream()
                .map(value -> word(field, value, language))
                .collect(Collectors.joining(", "));
        return new Answer(field, field.label(language), text);
    }

    private static String word(FormField field, String value, Language language) {
        return switch (field.input()) {
            case TEL -> inPairs(value);
            case DATE -> date(value, language);
            default -> field.word(value, language);
        };
    }

    /** As French people write a number. */
    static String inPairs(String phone) {
        return phone.matches("\\+33\\d{9}")
                ? ("0" + phone.substring(3)).replaceAll("(\\d{2})(?=\\d)", "$1\u00A0")
                : phone;
    }

    /** A draft may hold anything. */
    private static String date(String text, Language language) {
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(language.locale())
                    .format(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** Whether it is about the hours of a day. */
    public boolean isDay() {
        return field.input() == Input.DAY;
    }

    @Override
    public String toString() {
        return "Answer[" + field.path() + "]";
    }
}
