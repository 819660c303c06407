package io.github.pscsdk.example.declaration;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing done at the place, with its own access.
 *
 * @param kind {@code vaccination} or {@code testing}, see {@link OfferKind}
 * @param disease {@code covid-19} or {@code grippe}; nothing means Covid-19, which the form is about
 * @param products vaccines by name; may be empty, since the published files name none
 * @param tests kinds of test, see {@link TestKind}
 * @param setting where and how
 * @param audience for whom
 * @param access how to come
 * @param hours by day, a day left out is closed
 * @param hoursText hours that could not be laid out by day
 */
public record Offer(
        Optional<String> kind,
        Optional<String> disease,
        List<String> products,
        List<String> tests,
        Setting setting,
        Audience audience,
        Access access,
        Map<DayOfWeek, String> hours,
        Optional<String> hoursText) {
    /** Copies; the days are kept from Monday to Sunday. */
    public Offer {
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(audience, "audience");
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

    /** The kind as it is spelt; empty where it is not spelt as one, which the rules remark. */
    public Optional<OfferKind> spelt() {
        return Blanks.given(kind).flatMap(OfferKind::of);
    }

    /** What it is about wherever that must be known: vaccination, unless it says that it is one of tests. */
    public OfferKind what() {
        return spelt().orElse(OfferKind.VACCINATION);
    }

    /** Whether it is one of tests. */
    public boolean isTesting() {
        return what() == OfferKind.TESTING;
    }

    /** The same with other hours. */
    public Offer withHours(Map<DayOfWeek, String> days, Optional<String> text) {
        return new Offer(kind, disease, products, tests, setting, audience, access, days, text);
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
        /** Nothing said. */
        public static final Setting NONE = new Setting(List.of(), Optional.empty(), Optional.empty());

        public Setting {
            modes = List.copyOf(modes);
        }
    }

    /**
     * Whom an offer is for. Members of the offer in JSON.
     *
     * @param accepted who is accepted, such as {@code Tout public}; nothing where it was not said
     * @param professionalsOnly {@code t} where it is kept for health professionals
     * @param priorityHours slots for people who come first: a week on one line, or a text
     */
    public record Audience(List<String> accepted, Optional<String> professionalsOnly, Optional<String> priorityHours) {
        /** Nothing said. */
        public static final Audience NONE = new Audience(List.of(), Optional.empty(), Optional.empty());

        public Audience {
            accepted = List.copyOf(accepted);
        }
    }

    /**
     * How one comes to an offer. Members of the offer in JSON.
     *
     * @param appointment {@code required}, {@code none} or {@code optional}
     * @param phone to book
     * @param secondPhone another one
     * @param website to book
     * @param voiceServer {@code t} where a voice server answers the telephone
     * @param details public note
     */
    public record Access(
            Optional<String> appointment,
            Optional<String> phone,
            Optional<String> secondPhone,
            Optional<String> website,
            Optional<String> voiceServer,
            Optional<String> details) {
        /** Nothing said. */
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

    /** Whether one must book. */
    public enum Appointment {
        /** By appointment only. */
        REQUIRED,
        /** Without appointment. */
        NONE,
        /** Either way. */
        OPTIONAL;

        /** As a declaration spells it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The mode so spelt. */
        public static Optional<Appointment> of(String spelling) {
            return Arrays.stream(values())
                    .filter(mode -> mode.text().equals(spelling))
                    .findFirst();
        }
    }
}
