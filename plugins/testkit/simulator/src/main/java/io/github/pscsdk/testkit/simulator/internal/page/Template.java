package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.diagnostic.Texts;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of HTML with placeholders: <code>{{name}}</code> takes a value, escaped unless it is {@link Html}, and
 * <code>{{t:key}} </code> a text in the reader's language. A placeholder without a value is an error.
 */
final class Template {
    private static final Pattern GAP = Pattern.compile("\\{\\{(t:)?([A-Za-z.-]+)}}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** The file {@code name.html}. */
    static Template named(String name) {
        return new Template(Resource.text(name + ".html"));
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
