package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.lifecycle.Dossier;

/**
 * A dossier in the database.
 *
 * @param number names it, such as {@code SF-2026-0000042}
 * @param revision grows with every change; who changes it says which one they saw
 */
public record StoredDossier(String number, int revision, Dossier dossier) {
    /** The content of its latest version. */
    public Declaration content() {
        return dossier.latest().content();
    }
}
