package io.github.pscsdk.example.practiceweb.declaration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of the form, in its order: a handful of what can be declared.
 *
 * <p>Each knows the member of a declaration that it fills, below {@code place} or below the one offer.
 */
public enum Field {
    /** What is offered. */
    KIND("offers[0].kind"),
    /** Which tests. */
    TESTS("offers[0].tests"),
    /** Which vaccines, with commas between them. */
    VACCINES("offers[0].products"),
    /** Whether one must book. */
    APPOINTMENT("offers[0].appointment"),
    /** The telephone to book. */
    PHONE("offers[0].phone"),
    /** The page to book. */
    WEBSITE("offers[0].website"),
    /** The hours of the week, one day per line. */
    HOURS("offers[0].hours"),
    /** A note for the public. */
    NOTE("offers[0].details"),
    /** The name of the place. */
    NAME("place.name"),
    /** The number in the street. */
    NUMBER("place.streetNumber"),
    /** The street. */
    STREET("place.street"),
    /** The postcode. */
    POSTCODE("place.postcode"),
    /** The town. */
    TOWN("place.town");

    private final String path;

    Field(String path) {
        this.path = path;
    }

    /** What the form calls it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field that a finding is about; empty where the form has none for it. */
    static Optional<Field> of(String finding) {
        return Arrays.stream(values())
                .filter(field -> finding.equals(field.path)
                        || finding.startsWith(field.path + ".")
                        || finding.startsWith(field.path + "["))
                .findFirst();
    }

    /** Whether it may have several values. */
    boolean isList() {
        return this == TESTS || this == VACCINES;
    }

    boolean isOfPlace() {
        return path.startsWith("place.");
    }

    /** The last part of the member's path. */
    String member() {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
