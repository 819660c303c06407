package io.github.pscsdk.example.declaration.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Plain text: of what was copied from a web page, and as people compare words, without accents, case and signs. */
public final class PlainText {
    // A letter or a sign must follow: "moins de 5 < 10" is no tag.
    private static final Pattern TAG = Pattern.compile("<[/!?]?[a-zA-Z\\-][^<>]*>");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\t\\u0085\\u2028\\u2029]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PlainText() {}

    /** The common form of two spellings of the same words: {@code sans rendez vous} for {@code Sans  Rendez-vous}. */
    public static String key(String text) {
        var letters =
                MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SIGN.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /**
     * The text on one line, without tags, with entities written out and without control characters. Doing it again
     * changes nothing.
     */
    public static String of(String text) {
        var before = text;
        for (var plain = once(before); !plain.equals(before); plain = once(before)) {
            before = plain;
        }
        return before;
    }

    // A pass never makes the text longer, and what it writes it would not write again; so repeating it ends.
    private static String once(String text) {
        var line = Blanks.without(LINE_BREAKS.matcher(text).replaceAll(" "), PlainText::isNoText);
        return Parser.unescapeEntities(TAG.matcher(line).replaceAll(""), false);
    }

    /** A control character, or half of one that an entity has left. */
    private static boolean isNoText(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
    }
}
