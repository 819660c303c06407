package io.github.pscsdk.proxy.internal.conformity.obligation;

import java.util.Locale;

/**
 * One text in both languages.
 *
 * @param fr in French
 * @param en in English
 */
public record Wording(String fr, String en) {
    /** Both are needed. */
    public Wording {
        if (fr == null || fr.isBlank() || en == null || en.isBlank()) {
            throw new IllegalArgumentException("a text is needed in fr and in en");
        }
    }

    /** French where the locale is French, else English. */
    public String in(Locale locale) {
        return Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? fr : en;
    }
}
