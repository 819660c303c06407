package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import java.util.Objects;

/**
 * The hand-over that a caller refers to by its receipt, without having seen a draft.
 *
 * @param number of the receipt
 * @param hash of the receipt
 */
public record ReceiptReference(String number, String hash) {
    public ReceiptReference {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(hash, "hash");
    }

    /** Checks that the public still sees what the receipt is about, and that there is no newer draft; the life cycle refuses withdrawn ones. */
    void check(Dossier dossier) throws StaleRevisionException {
        var isBeingWritten = dossier.state() == State.DRAFT || dossier.state() == State.VALIDATED;
        if (isBeingWritten || !isShown(dossier)) {
            throw new StaleRevisionException();
        }
    }

    /** Checks that the public still sees what the receipt is about. */
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
