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
 * @param products vaccines by name; may be empty, since the published files name none
 * @param tests kinds of test, see {@link TestKind}
 * @param appointment {@code required}, {@code none} or {@code optional}
 * @param phone to book
 * @param secondPhone another one
 * @param website to book
 * @param details public note
 * @param hours by day, a day left out is closed
 */
public record Offer(
        Optional<String> kind,
        List<String> products,
        List<String> tests,
        Optional<String> appointment,
        Optional<String> phone,
        Optional<String> secondPhone,
        Optional<String> website,
        Optional<String> details,
        Map<DayOfWeek, String> hours) {
    /** Copies; the days are kept from Monday to Sunday. */
    public Offer {
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
