package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.State;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import java.util.Objects;

/**
 * Upon which hand-over somebody acts who holds its receipt and has seen no draft.
 *
 * @param number of the receipt
 * @param hash of the receipt
 */
public record ReceiptReference(String number, String hash) {
    /** Checks. */
    public ReceiptReference {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(hash, "hash");
    }

    /** That what the public sees is what they saw, and that nobody writes a newer version; the withdrawn are left to the life cycle. */
    void check(Dossier dossier) throws StaleRevisionException {
        var isBeingWritten = dossier.state() == State.DRAFT || dossier.state() == State.VALIDATED;
        if (isBeingWritten || !isShown(dossier)) {
            throw new StaleRevisionException();
        }
    }

    /** That what the public sees is what they saw. */
    void checkShown(Dossier dossier) throws StaleRevisionException {
        if (!isShown(dossier)) {
            throw new StaleRevisionException();
        }
    }

    private boolean isShown(Dossier dossier) {
        return dossier.published()
                .flatMap(version -> version.proof())
                .map(proof -> proof.hash().equals(hash))
                .orElse(true);
    }
}
