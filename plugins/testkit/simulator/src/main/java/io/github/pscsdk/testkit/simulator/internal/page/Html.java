package io.github.pscsdk.testkit.simulator.internal.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Markup that is safe to send: it comes from a {@link Template} or an {@link Attribute}. */
public record Html(String markup) {
    public static final Html NOTHING = new Html("");

    public static Html join(Stream<Html> parts) {
        return new Html(parts.map(Html::markup).collect(Collectors.joining()));
    }

    /** A text as markup, for an element or a quoted attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
