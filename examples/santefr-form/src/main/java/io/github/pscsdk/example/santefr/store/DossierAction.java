package io.github.pscsdk.example.santefr.store;

import java.util.Objects;

/**
 * What was asked about a declaration, other than to hand it over.
 *
 * @param key the caller's name for it; the same one again means the same act again
 * @param number of the dossier
 * @param what such as {@code withdrawal closed}; what is asked again must be the same
 */
public record DossierAction(String key, String number, String what) {
    /** Checks. */
    public DossierAction {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(what, "what");
    }
}
