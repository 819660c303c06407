package io.github.pscsdk.example.declaration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.pscsdk.example.declaration.text.KebabCase;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing done at the place, with its own access.
 *
 * @param kind {@code vaccination} or {@code testing}, see {@link OfferKind}
 * @param disease {@code covid-19} or {@code grippe}; nothing means Covid-19, which the form is about
 * @param products vaccines by name; may be empty, since the published files name none
 * @param tests kinds of test, in the spelling of Santé.fr; serology is not one
 * @param hours by day, a day left out is closed
 * @param hoursText hours that could not be laid out by day
 */
public record Offer(
        Optional<String> kind,
        Optional<String> disease,
        List<String> products,
        List<String> tests,
        @JsonUnwrapped Setting setting,
        @JsonUnwrapped Audience openTo,
        @JsonUnwrapped Access access,
        Map<DayOfWeek, String> hours,
        Optional<String> hoursText) {
    /** Copies; the days are kept from Monday to Sunday. */
    public Offer {
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(openTo, "openTo");
        Objects.requireNonNull(access, "access");
        products = List.copyOf(products);
        tests = List.copyOf(tests);
        var week = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        week.putAll(hours);
        hours = Collections.unmodifiableMap(week);
    }

    /** An offer of that kind of which nothing is said yet. */
    public static Offer blank(OfferKind kind) {
        return new Offer(
                Optional.of(kind.text()),
                Optional.empty(),
                List.of(),
                List.of(),
                Setting.NONE,
                Audience.NONE,
                Access.NONE,
                Map.of(),
                Optional.empty());
    }

    public boolean isTesting() {
        return shownKind() == OfferKind.TESTING;
    }

    /** The kind whose fields it has; another kind has those of a vaccination until it is corrected. */
    public OfferKind shownKind() {
        return kind.flatMap(OfferKind::of).orElse(OfferKind.VACCINATION);
    }

    /** The same with another way to come to it. */
    public Offer with(Access other) {
        return new Offer(kind, disease, products, tests, setting, openTo, other, hours, hoursText);
    }

    public Offer withHours(Map<DayOfWeek, String> days, Optional<String> text) {
        return new Offer(kind, disease, products, tests, setting, openTo, access, days, text);
    }

    @Override
    public String toString() {
        return "Offer[…]";
    }

    /**
     * Where and how an offer is carried out. Members of the offer in JSON.
     *
     * @param modes such as {@code Sur place}, {@code Drive}, {@code A domicile} or {@code Equipe mobile}
     * @param supervisedSelfTest {@code t} where people test themselves before a professional; no published file has it
     * @param consultation {@code t} where one can be seen before a vaccination
     */
    public record Setting(List<String> modes, Optional<String> supervisedSelfTest, Optional<String> consultation) {
        public static final Setting NONE = new Setting(List.of(), Optional.empty(), Optional.empty());

        public Setting {
            modes = List.copyOf(modes);
        }
    }

    /**
     * Whom an offer is for. Members of the offer in JSON.
     *
     * @param professionalsOnly {@code t} where it is kept for health professionals
     * @param priorityHours slots for people who come first: a week on one line, or a text
     */
    public record Audience(List<String> audience, Optional<String> professionalsOnly, Optional<String> priorityHours) {
        public static final Audience NONE = new Audience(List.of(), Optional.empty(), Optional.empty());

        public Audience {
            audience = List.copyOf(audience);
        }
    }

    /**
     * How one comes to an offer. Members of the offer in JSON.
     *
     * @param appointment {@code required}, {@code none} or {@code optional}
     * @param voiceServer {@code t} where a voice server answers the telephone
     */
    public record Access(
            Optional<String> appointment,
            Optional<String> phone,
            Optional<String> secondPhone,
            Optional<String> website,
            Optional<String> voiceServer,
            Optional<String> details) {
        public static final Access NONE = new Access(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        /** A telephone can be a person's. */
        @Override
        public String toString() {
            return "Access[…]";
        }
    }

    public enum Appointment {
        REQUIRED,
        NONE,
        OPTIONAL;

        public String text() {
            return KebabCase.of(this);
        }
    }
}
