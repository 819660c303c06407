package io.github.pscsdk.proxy.internal.conformity.obligation;

import io.github.pscsdk.diagnostic.Language;

/**
 * One text in French and in English; neither may be missing.
 *
 * @param fr in French
 * @param en in English
 */
public record BilingualText(String fr, String en) {
    public BilingualText {
        if (fr == null || fr.isBlank() || en == null || en.isBlank()) {
            throw new IllegalArgumentException("a text is needed in fr and in en");
        }
    }

    /** In that language. */
    public String in(Language language) {
        return language == Language.FRENCH ? fr : en;
    }
}
