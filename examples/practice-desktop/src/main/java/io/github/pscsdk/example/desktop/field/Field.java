package io.github.pscsdk.example.desktop.field;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A field of the form, and where its value stands in the document. */
public enum Field {
    // What a field means stands in the library of the declaration; here is what this form shows of it.
    PLACE_NAME("place.name"),
    STREET_NUMBER("place.streetNumber"),
    STREET("place.street"),
    COMPLEMENT("place.complement"),
    POSTCODE("place.postcode"),
    TOWN("place.town"),
    FINESS("place.finess"),
    SIRET("place.siret"),
    ACCESSIBILITY("place.accessibility"),
    KIND("offers[0].kind", Input.ONE_OF, "vaccination", "testing"),
    TESTS("offers[0].tests", Input.SOME_OF, "RT-PCR", "antigénique", "salivaire"),
    PRODUCTS("offers[0].products", Input.LIST),
    APPOINTMENT("offers[0].appointment", Input.ONE_OF, "required", "none", "optional"),
    PHONE("offers[0].phone"),
    WEBSITE("offers[0].website"),
    HOURS("offers[0].hours", Input.WEEK),
    DETAILS("offers[0].details", Input.LINES),
    OPENS_ON("opensOn"),
    CLOSES_ON("closesOn");

    /** How a person fills it. */
    public enum Input {
        /** One line of text. */
        LINE,
        /** Some lines of text. */
        LINES,
        /** The opening hours of a week, a line for each day. */
        WEEK,
        /** One of the values. */
        ONE_OF,
        /** Some of the values. */
        SOME_OF,
        /** Several texts, with a comma between them. */
        LIST
    }

    private final String path;
    private final Input input;
    private final List<String> choices;

    Field(String path) {
        this(path, Input.LINE);
    }

    Field(String path, Input input, String... choices) {
        this.path = path;
        this.input = input;
        this.choices = List.of(choices);
    }

    /** Where it stands in the document, such as {@code offers[0].phone}. */
    public String path() {
        return path;
    }

    /** How a person fills it. */
    public Input input() {
        return input;
    }

    /** The values to choose from; empty where anything may be typed. */
    public List<String> choices() {
        return choices;
    }

    /** Under which its name is among the texts. */
    public String key() {
        return "field." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field that a finding is on, such as {@link #HOURS} for {@code offers[0].hours.monday}; empty where it is on none. */
    public static Optional<Field> at(String place) {
        return Arrays.stream(values())
                .filter(field -> place.startsWith(field.path))
                .max(Comparator.comparingInt(field -> field.path.length()));
    }
}
