package io.github.pscsdk.example.desktop.declaration;

import io.github.pscsdk.example.desktop.outbox.Remark;
import io.github.pscsdk.example.desktop.sheet.Field;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A remark of a rule, as it stands beside a field.
 *
 * @param field empty where it is on the whole declaration
 * @param rejecting whether the declaration cannot be handed over so
 * @param french what to do
 * @param english the same
 */
public record FieldFinding(Optional<Field> field, boolean rejecting, String french, String english) {
    /** Checks. */
    public FieldFinding {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(french, "french");
        Objects.requireNonNull(english, "english");
    }

    /** What the receiver remarked, at the field it is on. */
    public static FieldFinding of(Remark remark) {
        return new FieldFinding(Field.at(remark.field()), remark.rejecting(), remark.french(), remark.english());
    }

    /** In the person's language. */
    public String in(Locale locale) {
        return Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? french : english;
    }

    /** Without the texts, which may repeat a value. */
    @Override
    public String toString() {
        return "FieldFinding[" + field + ", " + (rejecting ? "rejecting" : "remark") + "]";
    }
}
