package io.github.pscsdk.example.santefr.dossier;

import io.github.pscsdk.example.declaration.lifecycle.Dossier;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.santefr.store.DossierException.StaleRevisionException;

/**
 * The hand-over that software refers to by its receipt, without having seen a draft.
 *
 * @param hash of the receipt
 */
public record ReceiptReference(String number, String hash) {
    /** Checks that the public still sees what the receipt is about. */
    void check(Dossier dossier) throws StaleRevisionException {
        var shown = dossier.published().flatMap(Version::proof);
        if (shown.filter(proof -> !proof.hash().equals(hash)).isPresent()) {
            throw new StaleRevisionException();
        }
    }
}
