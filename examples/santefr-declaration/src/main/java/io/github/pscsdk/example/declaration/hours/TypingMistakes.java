package io.github.pscsdk.example.declaration.hours;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** TypingMistakes of the pen in times, as they were seen in published files. A mended text is a suggestion: a person says whether it is meant. */
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
        // 14:17:45 for 14:00-17:45
        put("(?<![0-9:])([0-9]{1,2}):([0-9]{1,2}):([0-9]{2})(?![0-9:])", "$1:00-$2:$3");
        // 08:00-13-00
        put("([0-9]{1,2}[hH:][0-9]{2} ?- ?[0-9]{1,2})-([0-9]{2})(?![0-9hH:])", "$1:$2");
        // 1900
        put("(?<![0-9:hH])([01][0-9]|2[0-3])([0-5][0-9])(?![0-9])", "$1h$2");
    }

    private TypingMistakes() {}

    private static void put(String slip, String meant) {
        SLIPS.put(Pattern.compile(slip), meant);
    }

    /** The text without its slips; empty where it has none. */
    static Optional<String> mended(String text) {
        var mended = text;
        for (var slip : SLIPS.entrySet()) {
            mended = slip.getKey().matcher(mended).replaceAll(slip.getValue());
        }
        return mended.equals(text) ? Optional.empty() : Optional.of(mended);
    }
}
