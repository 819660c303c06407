package io.github.pscsdk.example.santefr.dossier;

import java.util.Objects;

/**
 * Which state of which dossier somebody acts upon.
 *
 * @param number of the dossier
 * @param revision that they saw
 */
public record SeenRevision(String number, int revision) {
    /** Checks. */
    public SeenRevision {
        Objects.requireNonNull(number, "number");
    }
}
