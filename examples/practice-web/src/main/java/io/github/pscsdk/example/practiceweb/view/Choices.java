package io.github.pscsdk.example.practiceweb.view;

import io.github.pscsdk.example.declaration.Offer.Appointment;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.TestKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What may be chosen in a field, as a declaration spells it. */
public final class Choices {
    private Choices() {}

    /** Those kinds, in their order. */
    public static List<String> kinds(Set<OfferKind> permitted) {
        return permitted.stream().sorted().map(OfferKind::text).toList();
    }

    /** The tests that Santé.fr lists. */
    public static List<String> tests() {
        return Stream.of(TestKind.values()).map(TestKind::text).toList();
    }

    /** Whether one must book. */
    public static List<String> appointments() {
        return Stream.of(Appointment.values()).map(Appointment::text).toList();
    }
}
