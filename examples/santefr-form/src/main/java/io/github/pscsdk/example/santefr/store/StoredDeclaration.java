package io.github.pscsdk.example.santefr.store;

import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;

/**
 * A declaration as it is kept.
 *
 * @param receipt as it was first given
 * @param content its canonical text
 * @param findings as they were first told
 */
public record StoredDeclaration(Receipt receipt, String content, List<Finding> findings) {
    /** Copies. */
    public StoredDeclaration {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "StoredDeclaration[" + receipt.number() + "]";
    }
}
