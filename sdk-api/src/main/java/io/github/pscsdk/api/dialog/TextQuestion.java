package io.github.pscsdk.api.dialog;

import io.github.pscsdk.diagnostic.BilingualLine;

/**
 * Asks the person to type something, such as the name of a badge. Immutable. Never a code: words that name the card,
 * the e-CPS or Pro Santé Connect are refused, and a one-time code has {@link OneTimeCodeQuestion}.
 */
public final class TextQuestion {
    private static final int MOST_CHARACTERS = 200;

    private final BilingualLine text;
    private final int mostCharacters;

    private TextQuestion(BilingualLine text, int mostCharacters) {
        this.text = text;
        this.mostCharacters = mostCharacters;
    }

    /**
     * A question that is not about a code of Pro Santé Connect.
     *
     * @param mostCharacters of an answer, 1 to 200, in UTF-16 code units
     */
    public static TextQuestion of(BilingualLine text, int mostCharacters) {
        CodesOfProSanteConnect.refuseIn(text);
        if (mostCharacters < 1 || mostCharacters > MOST_CHARACTERS) {
            throw new IllegalArgumentException("an answer has 1 to " + MOST_CHARACTERS + " characters");
        }
        return new TextQuestion(text, mostCharacters);
    }

    /** The same question in other words. */
    public TextQuestion withText(BilingualLine words) {
        return new TextQuestion(words, mostCharacters);
    }

    /** The question. */
    public BilingualLine text() {
        return text;
    }

    /** How long an answer may be. */
    public int mostCharacters() {
        return mostCharacters;
    }

    /** Whether that could be the answer: one line that is not blank and not too long. */
    public boolean accepts(String answer) {
        return !answer.isBlank()
                && answer.length() <= mostCharacters
                && answer.codePoints().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return "TextQuestion[at most " + mostCharacters + " characters]";
    }
}
