package io.github.pscsdk.example.desktop.declaration;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.handover.ReceiverFinding;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A remark of a rule, as it stands beside a field.
 *
 * @param field empty where it is on the whole declaration
 * @param day of the opening hours; empty where it is on none
 * @param rejecting whether the declaration cannot be handed over so
 * @param french what to do
 * @param english the same
 * @param suggestion the text that may be meant
 */
public record FieldFinding(
        Optional<Field> field,
        Optional<DayOfWeek> day,
        boolean rejecting,
        String french,
        String english,
        Optional<String> suggestion) {
    public FieldFinding {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(french, "french");
        Objects.requireNonNull(english, "english");
        Objects.requireNonNull(suggestion, "suggestion");
    }

    /** What the receiver remarked, at the field it is on. */
    public static FieldFinding of(ReceiverFinding remark) {
        return at(remark.field(), remark.rejecting(), remark.french(), remark.english(), Optional.empty());
    }

    /** At a place of the document, such as {@code offers[0].hours.monday}. */
    static FieldFinding at(
            String place, boolean rejecting, String french, String english, Optional<String> suggestion) {
        var field = Field.at(place);
        return new FieldFinding(
                field,
                field.filter(Field.HOURS::equals).flatMap(hours -> day(place)),
                rejecting,
                french,
                english,
                suggestion);
    }

    private static Optional<DayOfWeek> day(String place) {
        var last = place.substring(place.lastIndexOf('.') + 1);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(last))
                .findFirst();
    }

    /** In the person's language. */
    public String in(Language language) {
        return language == Language.FRENCH ? french : english;
    }

    /** Without the texts, which may repeat a value. */
    @Override
    public String toString() {
        return "FieldFinding[" + field + ", " + (rejecting ? "rejecting" : "remark") + "]";
    }
}
