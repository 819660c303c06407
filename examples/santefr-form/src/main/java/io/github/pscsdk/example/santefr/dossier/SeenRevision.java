package io.github.pscsdk.example.santefr.dossier;

import java.util.Objects;

/**
 * The revision of a dossier that the caller saw, so that no newer one is overwritten.
 *
 * @param number of the dossier
 * @param revision that they saw
 */
public record SeenRevision(String number, int revision) {
    public SeenRevision {
        Objects.requireNonNull(number, "number");
    }
}
