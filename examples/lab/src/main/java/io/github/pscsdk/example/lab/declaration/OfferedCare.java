package io.github.pscsdk.example.lab.declaration;

import io.github.pscsdk.example.declaration.OfferKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The offers of a place, as our own column {@code offre} writes it: {@code vaccination : Comirnaty, Nuvaxovid} or
 * {@code test : antigénique}, joined by {@code +}; {@code aucune} for nothing at all.
 *
 * @param kind {@code vaccination}, {@code testing}, or what the cell says instead
 * @param names of vaccines or tests; may be empty
 */
record OfferedCare(String kind, List<String> names) {
    private static final String NOTHING = "aucune";

    /** A published file names no vaccine, but each of its rows is a place that vaccinates. */
    private static final List<OfferedCare> PUBLISHED =
            List.of(new OfferedCare(OfferKind.VACCINATION.text(), List.of()));

    static List<OfferedCare> of(String cell) {
        if (cell.isBlank()) {
            return PUBLISHED;
        }
        if (cell.strip().equalsIgnoreCase(NOTHING)) {
            return List.of();
        }
        return Arrays.stream(cell.split("\\+")).map(OfferedCare::one).toList();
    }

    List<String> products() {
        return isTesting() ? List.of() : names;
    }

    List<String> tests() {
        return isTesting() ? names : List.of();
    }

    private boolean isTesting() {
        return OfferKind.of(kind).filter(OfferKind.TESTING::equals).isPresent();
    }

    private static OfferedCare one(String text) {
        var parts = text.split(":", 2);
        var word = parts[0].strip().toLowerCase(Locale.ROOT);
        var kind = "test".equals(word) ? OfferKind.TESTING.text() : word;
        var names = Stream.of(parts).skip(1).flatMap(list -> Arrays.stream(list.split(",")));
        return new OfferedCare(
                kind, names.map(String::strip).filter(name -> !name.isEmpty()).toList());
    }
}
