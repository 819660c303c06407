package io.github.pscsdk.example.declaration.hours;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Typing mistakes in times, as published files have them. A mended text is a suggestion: a person says whether it is
 * meant.
 */
final class TypingMistakes {
    private static final Map<Pattern, String> SLIPS = new LinkedHashMap<>();

    static {
        // 9hO0
        put("(?<=[0-9hH:])[oO]{2}(?!\\p{L})", "00");
        // 12h3O
        put("(?<=[0-9hH:])[oO](?!\\p{L})", "0");
        // f9h
        put("(?<![\\p{L}0-9])[a-z](?=[0-9]{1,2} *[hH:])", "");
        // 114h
        put("(?<![0-9])1(?=1[0-9] *[hH:])", "");
        // 08:00-13-00
        put("([0-9]{1,2}[hH:][0-9]{2} ?- ?[0-9]{1,2})-([0-9]{2})(?![0-9hH:])", "$1:$2");
        // 18:0
        put("(?<=[0-9][hH:])0(?![0-9])", "00");
        // 1900
        put("(?<![0-9:hH])([01][0-9]|2[0-3])([0-5][0-9])(?![0-9])", "$1h$2");
        // Lu Ve 11h-13h
        put("(?i)(?<!\\p{L})lu(?:n(?:di)?)?\\.? *ve(?:n(?:dredi)?)?(?!\\p{L})\\.?", "lundi au vendredi");
        put("(?i)(?<!\\p{L})en semaine(?!\\p{L})", "du lundi au vendredi");
        // 14h18h
        put("(?i)(?<=[0-9]h)(?=[0-9]{1,2}h)|(?<=[0-9]h[0-9]{2})(?=[0-9]{1,2}h)", "-");
    }

    private TypingMistakes() {}

    private static void put(String slip, String meant) {
        SLIPS.put(Pattern.compile(slip), meant);
    }

    /** The text without its slips. */
    static String mended(String text) {
        var mended = text;
        for (var slip : SLIPS.entrySet()) {
            mended = slip.getKey().matcher(mended).replaceAll(slip.getValue());
        }
        return mended;
    }
}
