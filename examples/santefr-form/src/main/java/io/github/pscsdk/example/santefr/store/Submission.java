package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;

/**
 * A declaration that passed the rules.
 *
 * @param professional whose it is
 * @param idempotencyKey the caller's name for it; the same one again means the same declaration again
 * @param content its canonical text
 * @param findings warnings and normalisations, kept with it
 */
public record Submission(String professional, String idempotencyKey, String content, List<Finding> findings) {
    /** Copies. */
    public Submission {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "Submission[" + findings.size() + " findings]";
    }
}
