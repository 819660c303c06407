package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.santefr.store.StoredDeclaration.Receipt;

/**
 * Proof of a hand-over.
 *
 * @param number of the declaration
 * @param at when
 * @param hash of what was handed over
 */
public record ReceiptCard(String number, String at, String hash) {
    /** In the reader's language. */
    public static ReceiptCard of(Receipt receipt, Language language) {
        return new ReceiptCard(receipt.number(), DateFormats.of(receipt.receivedAt(), language), receipt.hash());
    }
}
