package io.github.pscsdk.example.santefr.web.view;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The texts of one file; {@code {0}} is where a value goes. */
final class Texts {
    private final Properties texts;

    private Texts(Properties texts) {
        this.texts = texts;
    }

    /** Reads the file {@code name.properties} beside this class. */
    static Texts read(String name) {
        var file = name + ".properties";
        try (var in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Texts(texts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The text of a key. */
    String get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no text for " + key));
    }

    /** The text of a key that may be unknown. */
    Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
