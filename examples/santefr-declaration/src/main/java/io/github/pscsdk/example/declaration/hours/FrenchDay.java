package io.github.pscsdk.example.declaration.hours;

import java.time.DayOfWeek;
import java.util.Locale;

/** The days as the published files name them, in the order of {@link DayOfWeek}. */
enum FrenchDay {
    LUNDI,
    MARDI,
    MERCREDI,
    JEUDI,
    VENDREDI,
    SAMEDI,
    DIMANCHE;

    static FrenchDay of(DayOfWeek day) {
        return values()[day.ordinal()];
    }

    DayOfWeek day() {
        return DayOfWeek.values()[ordinal()];
    }

    String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
