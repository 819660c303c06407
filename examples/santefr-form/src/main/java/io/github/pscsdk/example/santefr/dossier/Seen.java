package io.github.pscsdk.example.santefr.dossier;

import java.util.Objects;

/**
 * Which state of which dossier somebody acts upon.
 *
 * @param number of the dossier
 * @param revision that they saw
 */
public record Seen(String number, int revision) {
    /** Checks. */
    public Seen {
        Objects.requireNonNull(number, "number");
    }
}
