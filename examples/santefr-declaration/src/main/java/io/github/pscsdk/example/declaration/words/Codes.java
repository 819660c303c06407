package io.github.pscsdk.example.declaration.words;

import io.github.pscsdk.api.CodedValue;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The words of one language. The tables grow, so a code without a word is shown as it is. */
public final class Codes {
    private static final Codes FRENCH = read("codes_fr.properties");
    private static final Codes ENGLISH = read("codes_en.properties");

    private final Properties words;

    private Codes(Properties words) {
        this.words = words;
    }

    /** English words for English, French ones for every other language. */
    public static Codes in(Locale language) {
        return language.getLanguage().equals("en") ? ENGLISH : FRENCH;
    }

    /** A word for a code, or a phrase that holds the code. */
    public String word(String table, String code) {
        return find(table, code)
                .orElseGet(() -> words.getProperty(table + ".other").replace("{0}", code));
    }

    /** A word for a code, or a phrase that holds the code; nothing for none. */
    public Optional<String> word(String table, Optional<CodedValue> value) {
        return value.map(coded -> word(table, coded.code()));
    }

    /** A word for a code, where there is one. */
    public Optional<String> find(String table, String code) {
        return Optional.ofNullable(words.getProperty(table + "." + code));
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }

    private static Codes read(String file) {
        try (var in = Codes.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Codes(words);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
