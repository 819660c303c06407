package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.ShortText;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Asks for a one-time code that a device of the plug-in's own shows or sends, such as a token's display. Immutable.
 *
 * <p>Never for the code porteur of a CPS card, which the person types into CPS-Gestion or on the page of Pro Santé
 * Connect and nowhere else, nor for the code of an e-CPS: a device that bears their names is refused, and so is a length
 * of four, which is the length of these codes.
 */
public final class OneTimeCodeQuestion {
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 10;
    /** Words by which a person would take the question for one about the card or the e-CPS; an accent ends none, whatever the JDK. */
    private static final Pattern PRO_SANTE_CONNECT =
            Pattern.compile("(?iuU)\\b(e-?CPS|CPS|CPF|CPE|PIN|porteur|Pro Sant[ée] Connect|PSC)\\b");

    private final ShortText device;
    private final int digits;
    private final OptionalInt triesLeft;
    private final boolean again;

    private OneTimeCodeQuestion(ShortText device, int digits, OptionalInt triesLeft, boolean again) {
        this.device = device;
        this.digits = digits;
        this.triesLeft = triesLeft;
        this.again = again;
    }

    /**
     * The first question.
     *
     * @param device the name by which the person knows the device that shows the code
     * @param digits how many digits the code has, 6 to 10
     * @throws IllegalArgumentException if it could be taken for the code of a CPS card or of an e-CPS
     */
    public static OneTimeCodeQuestion of(ShortText device, int digits) {
        for (var language : Language.values()) {
            if (PRO_SANTE_CONNECT.matcher(device.in(language)).find()) {
                throw new IllegalArgumentException(
                        "a one-time code is of a device of the plug-in's own: codes of CPS"
                                + " cards and of the e-CPS are typed into CPS-Gestion, the phone or the page of Pro Santé Connect");
            }
        }
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("a one-time code has " + FEWEST_DIGITS + " to " + MOST_DIGITS
                    + " digits: one of four could be taken for the code of a CPS card or of an e-CPS, which nobody but"
                    + " CPS-Gestion, the phone and the page of Pro Santé Connect may ask for");
        }
        return new OneTimeCodeQuestion(device, digits, OptionalInt.empty(), false);
    }

    /** A copy that says that the answer before was wrong. */
    public OneTimeCodeQuestion asAgain() {
        return new OneTimeCodeQuestion(device, digits, triesLeft, true);
    }

    /**
     * A copy that says how many wrong codes the device still takes.
     *
     * @throws IllegalArgumentException if there is none
     */
    public OneTimeCodeQuestion withTriesLeft(int tries) {
        if (tries < 1) {
            throw new IllegalArgumentException("nobody is asked without a try left");
        }
        return new OneTimeCodeQuestion(device, digits, OptionalInt.of(tries), again);
    }

    /** The device that shows the code; the host names it in the question. */
    public ShortText device() {
        return device;
    }

    /** How many digits the code has. */
    public int digits() {
        return digits;
    }

    /** How many wrong codes the device still takes; empty if it does not say. */
    public OptionalInt triesLeft() {
        return triesLeft;
    }

    /** Whether the answer before was wrong. */
    public boolean again() {
        return again;
    }

    /** Whether that could be the code: so many digits, and nothing else. */
    public boolean accepts(char[] code) {
        if (code.length != digits) {
            return false;
        }
        for (var character : code) {
            if (character < '0' || character > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneTimeCodeQuestion question
                && device.equals(question.device)
                && digits == question.digits
                && triesLeft.equals(question.triesLeft)
                && again == question.again;
    }

    @Override
    public int hashCode() {
        return Objects.hash(device, digits, triesLeft, again);
    }

    @Override
    public String toString() {
        return "OneTimeCodeQuestion[" + digits + " digits]";
    }
}
