package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.rules.Finding;
import java.time.Instant;
import java.util.List;

/**
 * A declaration as it was handed over.
 *
 * @param receipt as it was first given
 * @param revision of the dossier, by which the hand-over was asked for; 0 where it came with the hand-over
 * @param content its canonical text
 * @param findings as they were first told
 */
public record SubmittedDeclaration(Receipt receipt, int revision, String content, List<Finding> findings) {
    @Override
    public String toString() {
        return "SubmittedDeclaration[" + receipt.number() + "]";
    }

    /**
     * Proof that a declaration was received.
     *
     * @param number names the declaration, such as {@code SF-2026-0000042}
     * @param receivedAt whole milliseconds
     * @param hash SHA-256 of the declaration's canonical text in UTF-8, 64 hexadecimal digits
     */
    public record Receipt(String number, Instant receivedAt, String hash) {}
}
