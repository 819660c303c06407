package io.github.pscsdk.diagnostic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that everything for people is written in. */
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

    /** The language of that {@link #tag()}, if it is one of these. */
    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /**
     * The language that a caller likes best.
     *
     * @param header the value of {@code Accept-Language} (RFC 9110 §12.5.4)
     * @return empty if it asks for neither, or is malformed
     */
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

    /** Without a country. */
    public Locale locale() {
        return locale;
    }

    /** Its two letters in RFC 5646, such as {@code fr}. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The one to switch to. */
    public Language other() {
        return this == FRENCH ? ENGLISH : FRENCH;
    }
}
