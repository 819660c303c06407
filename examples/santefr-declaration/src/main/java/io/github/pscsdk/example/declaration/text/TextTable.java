package io.github.pscsdk.example.declaration.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/**
 * Texts in one language, from a file beside a class. Not a {@link java.util.ResourceBundle}, whose fallback follows the
 * default locale of the JVM. Immutable; safe for any thread.
 */
public final class TextTable {
    private final Properties texts;

    private TextTable(Properties texts) {
        this.texts = texts;
    }

    /** The texts of the file {@code name_language.properties} in the package of the class. */
    public static TextTable of(Class<?> beside, String name, String language) {
        var file = name + "_" + language + ".properties";
        try (var in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new TextTable(texts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The text of a key. */
    public String text(String key) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key);
        }
        return text;
    }

    /** Every key. */
    public Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
