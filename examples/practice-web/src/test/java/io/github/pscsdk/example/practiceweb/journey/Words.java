package io.github.pscsdk.example.practiceweb.journey;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** What the pages say, in one language. */
enum Words {
    FR("texts.properties"),
    EN("texts_en.properties");

    private final Properties texts;
    private final Properties form;

    Words(String file) {
        texts = read("practiceweb/" + file);
        form = read("declaration/form/form_" + language() + ".properties");
    }

    private static Properties read(String file) {
        var texts = new Properties();
        var in = Words.class.getResourceAsStream("/io/github/pscsdk/example/" + file);
        try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String language() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A text, with plain spaces, as the browser is asked for it. */
    String of(String key) {
        return of(texts, key);
    }

    /** One of the form that is described for all. */
    String ofForm(String key) {
        return of(form, key);
    }

    private static String of(Properties texts, String key) {
        return Optional.ofNullable(texts.getProperty(key)).orElseThrow().replace('\u00a0', ' ');
    }
}
