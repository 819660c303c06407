package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A place in a text of hours, in which every blank is a space: it moves over what a reader knows. For one thread. */
final class TextCursor {
    private static final String NO_LETTER = "(?![\\p{L}\\p{N}])";

    private final String text;
    private int at;

    TextCursor(String text) {
        var plain = new StringBuilder(text);
        for (var i = 0; i < plain.length(); i++) {
            if (Blanks.isBlank(plain.charAt(i))) {
                plain.setCharAt(i, ' ');
            }
        }
        this.text = plain.toString();
    }

    int at() {
        return at;
    }

    void move(int to) {
        at = to;
    }

    String rest() {
        return text.substring(at);
    }

    /** Skips blanks and what fits; where nothing does, blanks alone. */
    Optional<MatchResult> skip(Pattern pattern) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        var matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt() || matcher.end() == at) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.toMatchResult());
    }

    boolean skips(Pattern pattern) {
        return skip(pattern).isPresent();
    }

    /** Whether a word may begin here. */
    boolean isBetweenWords() {
        return at == 0
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    static Pattern words(String regex) {
        return pattern("(?:" + regex + ")" + NO_LETTER);
    }
}
