package io.github.pscsdk.example.declaration;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing done at the place, with its own access.
 *
 * @param kind {@code vaccination} or {@code testing}, see {@link OfferKind}
 * @param disease {@code covid-19} or {@code grippe}; nothing means Covid-19, which the form is about
 * @param products vaccines by name; may be empty, since the published files name none
 * @param tests kinds of test, in the spelling of Santé.fr; serology is not one
 * @param modes such as {@code Sur place}, {@code Drive}, {@code A domicile} or {@code Equipe mobile}
 * @param supervisedSelfTest {@code t} where people test themselves before a professional; no published file has it
 * @param consultation {@code t} where one can be seen before a vaccination
 * @param professionalsOnly {@code t} where it is kept for health professionals
 * @param priorityHours slots for people who come first: a week on one line, or a text
 * @param appointment {@code required}, {@code none} or {@code optional}
 * @param voiceServer {@code t} where a voice server answers the telephone
 * @param hours by day, a day left out is closed
 * @param hoursText hours that could not be laid out by day
 */
public record Offer(
        Optional<String> kind,
        Optional<String> disease,
        List<String> products,
        List<String> tests,
        List<String> modes,
        Optional<String> supervisedSelfTest,
        Optional<String> consultation,
        List<String> audience,
        Optional<String> professionalsOnly,
        Optional<String> priorityHours,
        Optional<String> appointment,
        Optional<String> phone,
        Optional<String> secondPhone,
        Optional<String> website,
        Optional<String> voiceServer,
        Optional<String> details,
        Map<DayOfWeek, String> hours,
        Optional<String> hoursText) {
    /** Copies; the days are kept from Monday to Sunday. */
    public Offer {
        products = List.copyOf(products);
        tests = List.copyOf(tests);
        modes = List.copyOf(modes);
        audience = List.copyOf(audience);
        var week = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        week.putAll(hours);
        hours = Collections.unmodifiableMap(week);
    }

    public boolean isTesting() {
        return shownKind() == OfferKind.TESTING;
    }

    /** The kind whose fields it has; another kind has those of a vaccination until it is corrected. */
    public OfferKind shownKind() {
        return kind.flatMap(OfferKind::of).orElse(OfferKind.VACCINATION);
    }

    @Override
    public String toString() {
        return "Offer[…]";
    }
}
