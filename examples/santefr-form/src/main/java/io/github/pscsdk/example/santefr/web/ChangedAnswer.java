package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FieldValues;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.declaration.form.FormStep;
import java.util.List;
import java.util.stream.Stream;

/**
 * An answer that differs between two declarations.
 *
 * @param before in words; blank for nothing
 * @param after in words; blank for nothing
 */
public record ChangedAnswer(FormField field, String label, String before, String after) {
    /** All changes from one declaration to the other, in the order of the form. */
    public static List<ChangedAnswer> between(Declaration before, Declaration after, Language language) {
        return Stream.of(FormStep.values())
                .flatMap(step -> between(step, before, after, language))
                .toList();
    }

    /** The changes on one step. */
    public static Stream<ChangedAnswer> between(
            FormStep step, Declaration before, Declaration after, Language language) {
        var fields = Stream.of(after, before)
                .flatMap(declaration -> DeclarationForm.fields(step, declaration).stream())
                .distinct()
                .toList();
        var earlier = FieldValues.of(before, fields);
        var later = FieldValues.of(after, fields);
        return fields.stream()
                .filter(field -> !earlier.all(field).equals(later.all(field)))
                .map(field -> new ChangedAnswer(
                        field,
                        field.label(language),
                        field.words(earlier.all(field), language),
                        field.words(later.all(field), language)));
    }

    /** Hides what was typed. */
    @Override
    public String toString() {
        return "ChangedAnswer[" + field.path() + "]";
    }
}
