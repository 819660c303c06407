package io.github.pscsdk.diagnostic;

import java.util.Locale;
import java.util.Objects;

/**
 * A line of text for a person, in French and in English. Hosts show it as plain text, never as markup. Immutable. At
 * most {@value #MOST_CHARACTERS} characters in each language, and no control character, line break or direction mark
 * (Unicode Cc, Cf, Zl, Zp, but for the soft hyphen): it must not look like the host's own.
 */
public final class BilingualLine {
    /** How long it may be in each language, in UTF-16 code units. */
    public static final int MOST_CHARACTERS = 200;

    private static final int SOFT_HYPHEN = 0xAD;

    private final String french;
    private final String english;

    private BilingualLine(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /**
     * A text in both languages.
     *
     * @throws IllegalArgumentException if one is blank, too long or not plain; repeats nothing of it
     */
    public static BilingualLine of(String french, String english) {
        return new BilingualLine(checked(french), checked(english));
    }

    /** The same in both languages, for a name. */
    public static BilingualLine of(String name) {
        return of(name, name);
    }

    /** These words as {@code speaker}'s, as in “Badge says: …”. May be longer than the words alone. */
    public BilingualLine saidBy(BilingualLine speaker) {
        return new BilingualLine(speaker.french + " dit\u00A0: " + french, speaker.english + " says: " + english);
    }

    private static String checked(String text) {
        if (text.isBlank() || text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a short text has 1 to " + MOST_CHARACTERS + " characters");
        }
        if (!text.codePoints().allMatch(BilingualLine::isPlain)) {
            throw new IllegalArgumentException("a short text is one line, without control characters");
        }
        return text;
    }

    /** Whether a character stands in a line and changes nothing around it. */
    static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> character == SOFT_HYPHEN;
            default -> true;
        };
    }

    /** The text in that language. */
    public String in(Language language) {
        return language == Language.FRENCH ? french : english;
    }

    /** The text in the person's language: French where asked for, English otherwise. */
    public String in(Locale locale) {
        return in(Language.of(locale));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BilingualLine text && french.equals(text.french) && english.equals(text.english);
    }

    @Override
    public int hashCode() {
        return Objects.hash(french, english);
    }

    /** Prints nothing of it: it may name a person. */
    @Override
    public String toString() {
        return "BilingualLine[" + french.length() + " characters]";
    }
}
