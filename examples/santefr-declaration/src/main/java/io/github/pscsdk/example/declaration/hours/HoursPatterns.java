package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The patterns of hours, for texts in which every blank is a space. */
final class HoursPatterns {
    private static final String NO_LETTER = "(?![\\p{L}\\p{N}])";

    private HoursPatterns() {}

    /** The text with a space for every blank, character by character. */
    static String plain(String text) {
        var plain = new StringBuilder(text);
        for (var i = 0; i < plain.length(); i++) {
            if (Blanks.isBlank(plain.charAt(i))) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** Whole words. */
    static String words(String regex) {
        return "(?:" + regex + ")" + NO_LETTER;
    }

    /** The match that begins at that place of the text. */
    static Optional<Matcher> at(int place, String text, Pattern pattern) {
        return Optional.of(pattern.matcher(text).region(place, text.length()).useTransparentBounds(true))
                .filter(Matcher::lookingAt);
    }
}
