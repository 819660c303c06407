package io.github.pscsdk.example.practiceweb.receiver;

import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;

/** The receiver's rules found something to correct. */
public final class DeclarationRejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    DeclarationRejectedException(List<Finding> findings) {
        super("rejected with " + findings.size() + " findings");
        this.findings = List.copyOf(findings);
    }

    /** What it found, errors and remarks. */
    public List<Finding> findings() {
        return findings;
    }
}
