package io.github.pscsdk.example.declaration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
