package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.rules.KnownValues;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One field of the form.
 *
 * @param path of its value in the declaration's JSON, and in findings, such as {@code offers[0].phone}; without the
 *     number of the offer in the description
 * @param values the list that it offers; blank for none
 * @param only the kind of offer that has it; empty for both, and for what is no offer's
 */
public record FormField(
        String path, FormStep step, Input input, String values, Set<Mark> marks, Optional<OfferKind> only) {
    private static final Pattern INDEX = Pattern.compile("offers\\[(\\d{1,3})]");

    public enum Input {
        TEXT("text", "text"),
        AREA("text", "text"),
        TEL("tel", "tel"),
        EMAIL("email", "email"),
        URL("url", "url"),
        DATE("date", "text"),
        DIGITS("text", "numeric"),
        ONE("radio", "text"),
        SEVERAL("checkbox", "text"),
        YES("checkbox", "text"),
        DAY("text", "text");

        final String type;
        final String inputMode;

        Input(String type, String inputMode) {
            this.type = type;
            this.inputMode = inputMode;
        }
    }

    public enum Mark {
        /** The rules remark it where it is missing. */
        REQUIRED,
        /** It tells which place is meant: it stays once the declaration was handed over. */
        IDENTITY,
        /** Few need it: it stands apart. */
        MORE,
        /** The public never sees it. */
        PRIVATE
    }

    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    public boolean isList() {
        return input == Input.SEVERAL;
    }

    /** Whether a finding is on it, or on an element of its list, such as {@code offers[0].tests[1]}. */
    public boolean isAt(String finding) {
        return finding.equals(path) || finding.startsWith(path + "[");
    }

    public boolean isOfOffer() {
        return path.startsWith("offers");
    }

    /** The number of its offer, from 0. */
    public Optional<Integer> offer() {
        var index = INDEX.matcher(path);
        return index.lookingAt() ? Optional.of(Integer.valueOf(index.group(1))) : Optional.empty();
    }

    FormField ofOffer(int index) {
        return new FormField(path.replaceFirst("offers", "offers[" + index + "]"), step, input, values, marks, only);
    }

    public String label(Language language) {
        return FormStep.texts(language).get("field." + name());
    }

    public Optional<String> hint(Language language) {
        return FormStep.texts(language).find("hint." + name());
    }

    /** The values to choose from, in the order to show them; empty where anything may be typed. */
    public List<String> choices() {
        return switch (values) {
            case "" -> input == Input.YES ? List.of("t") : List.of();
            case "kind" ->
                Arrays.stream(OfferKind.values()).map(OfferKind::text).toList();
            default -> KnownValues.of(values).values();
        };
    }

    /** A value in words: published values are words already. */
    public String word(String value, Language language) {
        return switch (input) {
            case TEL -> inPairs(value);
            case DATE -> date(value, language);
            default ->
                FormStep.texts(language)
                        .find("value." + name() + "." + value.toLowerCase(Locale.ROOT))
                        .orElse(value);
        };
    }

    /** Values in words, such as an answer that is read. */
    public String words(List<String> values, Language language) {
        return values.stream().map(value -> word(value, language)).collect(Collectors.joining(", "));
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

    /** The path without the number of the offer, which texts go by. */
    String name() {
        return INDEX.matcher(path).replaceFirst("offers");
    }
}
