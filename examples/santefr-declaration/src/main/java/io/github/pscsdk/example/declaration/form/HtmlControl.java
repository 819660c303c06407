package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.FormField.Input;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A field as a web page draws it. */
public record HtmlControl(
        FormField field, Language language, List<String> values, boolean readOnly, List<Finding> findings) {
    private static final Pattern SIGNS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern ISO_DATE = Pattern.compile("|\\d{4}-\\d{2}-\\d{2}");

    /** The controls of those fields of a declaration, each with what the rules remark on it. */
    public static List<HtmlControl> of(
            Declaration declaration, Collection<FormField> fields, List<Finding> findings, Language language) {
        var values = FieldValues.of(declaration, fields);
        return fields.stream()
                .map(field -> new HtmlControl(
                        field,
                        language,
                        values.all(field),
                        false,
                        findings.stream()
                                .filter(finding -> field.isAt(finding.field()))
                                .toList()))
                .toList();
    }

    /** The filled fields of a declaration without remarks on them: the answers, as they are read. */
    public static List<HtmlControl> filled(Declaration declaration, Collection<FormField> fields, Language language) {
        return of(declaration, fields, List.of(), language).stream()
                .filter(HtmlControl::isOpen)
                .toList();
    }

    public HtmlControl fixed() {
        return new HtmlControl(field, language, values, true, findings);
    }

    /** The place of a field within a page, such as {@code offers-0-phone}. */
    public static String id(String path) {
        return SIGNS.matcher(path).replaceAll("-");
    }

    public String id() {
        return id(field.path());
    }

    public String label() {
        return field.label(language);
    }

    public String hint() {
        return field.hint(language).orElse("");
    }

    /** The values in words. */
    public String text() {
        return field.words(values, language);
    }

    /** The text in it; blank for an open day without hours. */
    public String value() {
        return values.isEmpty() || isDay() && values.get(0).equals(DayHours.OPEN) ? "" : values.get(0);
    }

    public boolean isDay() {
        return field.input() == Input.DAY;
    }

    /** Whether it is a day on which somebody is there. */
    public boolean isOpen() {
        return !values.isEmpty();
    }

    public boolean isArea() {
        return field.input() == Input.AREA;
    }

    public boolean isChoice() {
        return field.input() == Input.ONE || field.input() == Input.SEVERAL || field.input() == Input.YES;
    }

    public boolean isRequired() {
        return field.is(Mark.REQUIRED);
    }

    /** The {@code type} of its input or of its boxes. */
    public String type() {
        // A browser shows nothing for what is no date, and what was typed is never lost.
        var isText = field.input() == Input.DATE && !ISO_DATE.matcher(value()).matches();
        return isText ? Input.TEXT.type : field.input().type;
    }

    /** The keyboard that a phone shows. */
    public String inputMode() {
        return field.input().inputMode;
    }

    /** The description for a screen reader; blank if there is none. */
    public String describedBy() {
        var hinted = hint().isBlank() ? "" : id() + "-hint";
        var noted = findings.isEmpty() ? "" : id() + "-notes";
        return (hinted + " " + noted).strip();
    }

    public boolean isInvalid() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** The boxes; what was chosen and is not of the list stays. */
    public List<Choice> choices() {
        var given = field.input() == Input.YES
                ? values.stream().filter(value -> !value.equals("f")).toList()
                : values;
        return Stream.concat(field.choices().stream(), given.stream())
                .distinct()
                .map(value -> new Choice(value, field.word(value, language), given.contains(value)))
                .toList();
    }

    public record Choice(String value, String label, boolean chosen) {}

    @Override
    public String toString() {
        return "HtmlControl[" + field.path() + "]";
    }
}
