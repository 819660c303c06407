package io.github.pscsdk.example.santefr.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** Every answer that is neither a receipt nor a list of findings. The texts are in {@code failures_*.properties}. */
enum Failure {
    MALFORMED(400),
    IDEMPOTENCY_KEY(400),
    NOT_SIGNED_IN(401),
    NOT_FOUND(404),
    CONFLICT(409),
    TOO_MANY_DRAFTS(409),
    STALE(412),
    TOO_LARGE(413),
    REVISION(428),
    INTERNAL(500),
    UNAVAILABLE(503);

    private static final Properties FRENCH = load("fr");
    private static final Properties ENGLISH = load("en");

    private final int status;

    Failure(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The stable name in answers, such as {@code not-signed-in}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String french() {
        return text(FRENCH);
    }

    String english() {
        return text(ENGLISH);
    }

    private String text(Properties texts) {
        var text = texts.getProperty(code());
        if (text == null) {
            throw new IllegalStateException("no text for " + code());
        }
        return text;
    }

    private static Properties load(String language) {
        var file = "failures_" + language + ".properties";
        try (var in = Failure.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
