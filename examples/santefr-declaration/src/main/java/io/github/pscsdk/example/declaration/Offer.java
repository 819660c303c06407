package io.github.pscsdk.example.declaration;

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

    @Override
    public String toString() {
        return "Offer[…]";
    }
}
