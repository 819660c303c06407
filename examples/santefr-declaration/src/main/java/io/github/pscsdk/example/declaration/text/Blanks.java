package io.github.pscsdk.example.declaration.text;

import java.util.Optional;
import java.util.function.IntPredicate;

/** Blanks as spreadsheets leave them: {@link String#strip} knows no no-break space, nor the invisible marks. */
public final class Blanks {
    private Blanks() {}

    /** Whether nothing is printed for that character: any space, a line break, or a mark such as U+202C. */
    public static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    public static String trim(String text) {
        return trim(text, Blanks::isBlank);
    }

    /** The text without the blanks around it; empty if nothing is left. */
    public static Optional<String> given(Optional<String> text) {
        return text.map(Blanks::trim).filter(trimmed -> !trimmed.isEmpty());
    }

    /** The text without such characters around it. */
    public static String trim(String text, IntPredicate unwanted) {
        var start = 0;
        var end = text.length();
        while (start < end && unwanted.test(text.charAt(start))) {
            start++;
        }
        while (end > start && unwanted.test(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    public static String without(String text, IntPredicate unwanted) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(unwanted.negate()).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
