package io.github.pscsdk.example.declaration.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text: of what was copied from a web page, and as people compare words, without accents, case and signs. */
public final class PlainText {
    // A letter or a sign must follow: "moins de 5 < 10" is no tag.
    private static final Pattern TAG = Pattern.compile("<[/!?]?[a-zA-Z\\-][^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\t\\u0085\\u2028\\u2029]+");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00A0"),
            Map.entry("rsquo", "’"),
            Map.entry("laquo", "«"),
            Map.entry("raquo", "»"),
            Map.entry("eacute", "é"),
            Map.entry("egrave", "è"),
            Map.entry("ecirc", "ê"),
            Map.entry("agrave", "à"),
            Map.entry("acirc", "â"),
            Map.entry("ccedil", "ç"),
            Map.entry("ocirc", "ô"),
            Map.entry("icirc", "î"),
            Map.entry("ucirc", "û"),
            Map.entry("ugrave", "ù"),
            Map.entry("euro", "€"));

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
        var line = Blanks.without(LINE_BREAKS.matcher(text).replaceAll(" "), Character::isISOControl);
        return ENTITY.matcher(TAG.matcher(line).replaceAll(""))
                .replaceAll(entity -> Matcher.quoteReplacement(written(entity)));
    }

    private static String written(MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        var decimal = entity.group(1);
        var code = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(entity.group(2), 16);
        return Character.isValidCodePoint(code) && !isSurrogate(code) ? Character.toString(code) : entity.group();
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }
}
