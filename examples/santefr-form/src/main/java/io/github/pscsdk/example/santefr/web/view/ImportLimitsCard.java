package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.csv.Bounds;
import java.text.NumberFormat;

/**
 * How much can be imported, as the reader writes numbers.
 *
 * @param mebibytes of a file
 * @param rows of a file
 * @param drafts of the professional
 */
public record ImportLimitsCard(String mebibytes, String rows, String drafts) {
    /** In the reader's language. */
    public static ImportLimitsCard of(Bounds bounds, int mostDrafts, Language language) {
        var numbers = NumberFormat.getIntegerInstance(language.locale());
        return new ImportLimitsCard(
                numbers.format(bounds.mostBytes() >> 20),
                numbers.format(bounds.mostRows()),
                numbers.format(mostDrafts));
    }
}
