package io.github.pscsdk.api.dialog;

import io.github.pscsdk.diagnostic.BilingualLine;
import java.nio.CharBuffer;
import java.util.OptionalInt;

/**
 * Asks for a one-time code of the plug-in's own, shown by a device or sent, such as by SMS. Never for the code of a CPS
 * card or of an e-CPS: a device that bears their names is refused, and so is a length of four, which is theirs.
 *
 * @param device the device that shows the code, or what it was sent by; the host names it in the question
 * @param digits how many digits the code has, 6 to 10
 * @param isSent whether the code was sent, by what {@code device} says; otherwise a device shows it
 * @param maySendAgain whether the person may ask for another code to be sent, which a host answers by an empty array
 * @param triesLeft how many wrong codes the device still takes, at least one; empty if it does not say
 * @param again whether the answer before was wrong
 */
public record OneTimeCodeQuestion(
        BilingualLine device, int digits, boolean isSent, boolean maySendAgain, OptionalInt triesLeft, boolean again) {
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 10;

    /** Refuses a question that could be taken for one about the code of a CPS card or of an e-CPS. */
    public OneTimeCodeQuestion {
        CodesOfProSanteConnect.refuseIn(device);
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("a one-time code has " + FEWEST_DIGITS + " to " + MOST_DIGITS
                    + " digits: one of four could be taken for the code of a CPS card or of an e-CPS, which nobody but"
                    + " CPS-Gestion, the phone and the page of Pro Santé Connect may ask for");
        }
        if (maySendAgain && !isSent) {
            throw new IllegalArgumentException("what a device shows is not sent");
        }
        if (triesLeft.orElse(1) < 1) {
            throw new IllegalArgumentException("nobody is asked without a try left");
        }
    }

    /** The first question for a code that a device shows, by the name that the person knows. */
    public static OneTimeCodeQuestion of(BilingualLine device, int digits) {
        return new OneTimeCodeQuestion(device, digits, false, false, OptionalInt.empty(), false);
    }

    /** The first question for a code that was sent; {@code by} is what stands after "by": SMS, for instance. */
    public static OneTimeCodeQuestion ofSent(BilingualLine by, int digits) {
        return new OneTimeCodeQuestion(by, digits, true, false, OptionalInt.empty(), false);
    }

    /** A copy that says that the answer before was wrong. */
    public OneTimeCodeQuestion asAgain() {
        return new OneTimeCodeQuestion(device, digits, isSent, maySendAgain, triesLeft, true);
    }

    /** A copy that says how many wrong codes the device still takes. */
    public OneTimeCodeQuestion withTriesLeft(int tries) {
        return new OneTimeCodeQuestion(device, digits, isSent, maySendAgain, OptionalInt.of(tries), again);
    }

    /** A copy that lets the person ask for another code; not for one that a device shows. */
    public OneTimeCodeQuestion withSendAgain() {
        return new OneTimeCodeQuestion(device, digits, isSent, true, triesLeft, again);
    }

    /**
     * Whether that could be the answer: so many digits, and nothing else; or the wish for another code, where it may be
     * sent again.
     */
    public boolean accepts(char[] answer) {
        return answer.length == digits
                ? CharBuffer.wrap(answer).chars().allMatch(character -> character >= '0' && character <= '9')
                : asksToSendAgain(answer);
    }

    /** Whether an answer is no code, but the wish for another one: an empty array, where it may be sent again. */
    public boolean asksToSendAgain(char[] answer) {
        return maySendAgain() && answer.length == 0;
    }

    @Override
    public String toString() {
        return "OneTimeCodeQuestion[" + digits + " digits]";
    }
}
