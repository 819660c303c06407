package io.github.pscsdk.example.desktop.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The texts in one language: French where the locale is French, English otherwise. */
public final class Texts {
    private final Properties texts;
    private final Locale locale;

    private Texts(Properties texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** The texts for that locale. */
    public static Texts in(Locale locale) {
        var language = Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
        var file = "/io/github/pscsdk/example/desktop/ui/texts_" + language + ".properties";
        try (var in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Texts(texts, language);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** French or English. */
    public Locale locale() {
        return locale;
    }

    /** The texts in the other language. */
    public Texts otherLanguage() {
        return in(Locale.FRENCH.equals(locale) ? Locale.ENGLISH : Locale.FRENCH);
    }

    /**
     * A text with its blanks filled.
     *
     * @param key must exist
     * @param values for {@link String#format}
     */
    public String get(String key, Object... values) {
        var text = find(key).orElseThrow(() -> new IllegalStateException("no text for " + key));
        return String.format(locale, text, values);
    }

    /** The text of a key that may be unknown. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
