package io.github.pscsdk.example.santefr.web;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The files that pages refer to. */
final class Assets {
    private Assets() {}

    static void addTo(JavalinConfig config) {
        add(config, "style.css", "text/css; charset=utf-8");
        add(config, "icon.svg", "image/svg+xml");
        add(config, "psc-mark.svg", "image/svg+xml");
    }

    private static void add(JavalinConfig config, String file, String type) {
        var content = read(file);
        config.routes.get(
                "/" + file,
                context -> context.contentType(type)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Cache-Control", "max-age=600")
                        .result(content));
    }

    private static byte[] read(String file) {
        try (var in = Assets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
