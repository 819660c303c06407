package io.github.pscsdk.example.console.declaration;

import java.util.List;

/**
 * One offer at a place. An empty text is an absent value.
 *
 * @param kind {@code vaccination} or {@code testing}
 * @param products vaccines, by name
 * @param tests kinds of test, by name
 * @param appointment {@code required}, {@code none}, {@code optional}, or what the source says instead
 * @param phone where to book
 * @param secondPhone another number
 * @param website where to book
 * @param details for the public
 * @param hours opening hours
 */
public record Offer(
        String kind,
        List<String> products,
        List<String> tests,
        String appointment,
        String phone,
        String secondPhone,
        String website,
        String details,
        Hours hours) {
    /** Copies. */
    public Offer {
        products = List.copyOf(products);
        tests = List.copyOf(tests);
    }

    @Override
    public String toString() {
        return "Offer[" + kind + "]";
    }
}
