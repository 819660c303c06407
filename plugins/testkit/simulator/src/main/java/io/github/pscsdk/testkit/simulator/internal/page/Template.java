package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.diagnostic.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of HTML with placeholders: <code>{{name}}</code> takes a value, escaped unless it is {@link Html}, and
 * <code>{{t:key}} </code> a text in the reader's language. A placeholder without a value is an error.
 */
final class Template {
    private static final Pattern GAP = Pattern.compile("\\{\\{(t:)?([A-Za-z.-]+)}}");

    private static final Map<String, String> FILES = new ConcurrentHashMap<>();

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    static Template named(String name) {
        return new Template(file(name + ".html"));
    }

    /** A file beside this class; each is read once. */
    static String file(String name) {
        return FILES.computeIfAbsent(name, Template::read);
    }

    private static String read(String name) {
        try (var in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    Html fill(Texts texts, Map<String, ?> values) {
        return new Html(GAP.matcher(text)
                .replaceAll(
                        gap -> Matcher.quoteReplacement(content(gap.group(1) != null, gap.group(2), texts, values))));
    }

    private static String content(boolean isText, String name, Texts texts, Map<String, ?> values) {
        if (isText) {
            return Html.escape(texts.get(name));
        }
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing fills " + name);
        }
        return value instanceof Html html ? html.markup() : Html.escape(value.toString());
    }
}
