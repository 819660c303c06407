package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.loginui.HtmlButton;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that pages refer to. */
final class Assets {
    private static final String CSS = "text/css; charset=utf-8";

    private Assets() {}

    static void addTo(JavalinConfig config) {
        add(config, "psc-login.css", CSS, HtmlButton.stylesheet().getBytes(StandardCharsets.UTF_8));
        add(config, "style.css", CSS, read("style.css"));
        add(config, "icon.svg", "image/svg+xml", read("icon.svg"));
    }

    private static void add(JavalinConfig config, String file, String type, byte[] content) {
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
