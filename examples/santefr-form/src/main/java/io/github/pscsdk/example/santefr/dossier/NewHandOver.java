package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;

/**
 * A hand-over before it is kept.
 *
 * @param dossier whose latest version has the proof of it
 * @param key the caller's name for it; the same one again means the same hand-over again
 * @param findings warnings and normalisations, kept with it
 */
public record NewHandOver(Dossier dossier, String key, List<Finding> findings) {
    public String hash() {
        return dossier.latest().proof().orElseThrow().hash();
    }
}
