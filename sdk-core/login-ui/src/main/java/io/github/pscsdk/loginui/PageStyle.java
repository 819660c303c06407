package io.github.pscsdk.loginui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The look of pages around a login: colours, measures and the few pieces of which pages are made, light, dark and in
 * print.
 *
 * <p>An offer, not a duty: the button has a {@linkplain HtmlButton#stylesheet() sheet of its own}. It takes fonts of
 * the system alone and nothing from elsewhere, and has nothing of the French State's design system, which is not for
 * private sites.
 */
public final class PageStyle {
    private PageStyle() {}

    /** The style sheet, to be served as {@code text/css}. */
    public static String stylesheet() {
        return read("pages.css");
    }

    static String read(String file) {
        try (var in = Objects.requireNonNull(PageStyle.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
