package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Declaration;
import java.util.List;
import java.util.Optional;

/**
 * What the rules made of a declaration.
 *
 * @param normalised the declaration in canonical spelling; empty if it is rejected
 * @param findings every remark, in the order of the fields
 */
public record Outcome(Optional<Declaration> normalised, List<Finding> findings) {
    /** Copies. */
    public Outcome {
        findings = List.copyOf(findings);
    }
}
