package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;

/**
 * A declaration as it was handed over.
 *
 * @param receipt as it was first given
 * @param revision of the dossier, by which the hand-over was asked for; 0 where it came with the hand-over
 * @param content its canonical text
 * @param findings as they were first told
 */
public record StoredDeclaration(Receipt receipt, int revision, String content, List<Finding> findings) {
    public StoredDeclaration {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "StoredDeclaration[" + receipt.number() + "]";
    }
}
