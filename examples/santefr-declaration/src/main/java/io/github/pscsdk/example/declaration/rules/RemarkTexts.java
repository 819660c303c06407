package io.github.pscsdk.example.declaration.rules;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/**
 * The texts of {@link Remark} in one language. Not a {@link java.util.ResourceBundle}, whose fallback follows the
 * default locale of the JVM.
 */
final class RemarkTexts {
    private final Properties texts;

    private RemarkTexts(Properties texts) {
        this.texts = texts;
    }

    static RemarkTexts in(String language) {
        var file = "remarks_" + language + ".properties";
        try (var in = RemarkTexts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new RemarkTexts(texts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The text of a key. */
    String text(String key) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key);
        }
        return text;
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
