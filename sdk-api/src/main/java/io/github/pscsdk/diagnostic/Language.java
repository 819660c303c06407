package io.github.pscsdk.diagnostic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of all texts for people. */
public enum Language {
    /** French. */
    FRENCH(Locale.FRENCH),
    /** English. */
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** French for a French locale, English for any other. */
    public static Language of(Locale locale) {
        return tagged(locale.getLanguage()).orElse(ENGLISH);
    }

    /** The language with that {@link #tag()}; empty for any other tag. */
    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The language that {@code Accept-Language} (RFC 9110 §12.5.4) prefers; empty if neither, or malformed. */
    public static Optional<Language> accepted(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> tagged(range.getRange().split("-", 2)[0]).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The locale, without a country. */
    public Locale locale() {
        return locale;
    }

    /** The language tag (RFC 5646), such as {@code fr}. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The other of the two languages. */
    public Language other() {
        return this == FRENCH ? ENGLISH : FRENCH;
    }
}
