package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;

/**
 * What goes with a version that is handed over.
 *
 * @param key the caller's name for it; the same one again means the same hand-over again
 * @param findings warnings and normalisations, kept with it
 */
public record HandOver(String key, List<Finding> findings) {
    public HandOver {
        findings = List.copyOf(findings);
    }
}
