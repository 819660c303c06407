package io.github.pscsdk.testkit.simulator.internal.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The languages of the pages. */
public enum Language {
    /** French: what everybody gets who asks for neither. */
    FR,
    /** English. */
    EN;

    private final Properties texts = new Properties();

    Language() {
        try {
            texts.load(new StringReader(Resource.text("texts_" + name().toLowerCase(Locale.ROOT) + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException("a text file cannot be read", e);
        }
    }

    /** The two letters of RFC 5646. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How dates are written. */
    public Locale locale() {
        return this == FR ? Locale.FRANCE : Locale.UK;
    }

    /** A text of the pages. */
    public String text(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("there is no text " + key + " in " + this));
    }

    /** A text that may not be there. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    /** Every key, to compare the languages. */
    Stream<String> keys() {
        return texts.stringPropertyNames().stream();
    }

    Language other() {
        return this == FR ? EN : FR;
    }

    static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The first one that the browser would like (RFC 9110 §12.5.4). */
    static Language accepted(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> tagged(range.getRange().split("-", 2)[0]).stream())
                    .findFirst()
                    .orElse(FR);
        } catch (IllegalArgumentException e) {
            return FR; // not a list of languages
        }
    }
}
