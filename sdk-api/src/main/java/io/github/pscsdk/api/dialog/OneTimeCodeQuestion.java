package io.github.pscsdk.api.dialog;

import io.github.pscsdk.diagnostic.ShortText;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Asks for a one-time code of the plug-in's own, shown by a device or sent, such as by SMS. Immutable. Never for the
 * code of a CPS card or of an e-CPS: a device that bears their names is refused, and so is a length of four, which is
 * theirs.
 */
public final class OneTimeCodeQuestion {
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 10;

    /** How the person comes by the code. */
    private enum Source {
        SHOWN,
        SENT,
        SENT_AGAIN_ON_REQUEST
    }

    private final ShortText device;
    private final int digits;
    private final Source source;
    private final OptionalInt triesLeft;
    private final boolean again;

    private OneTimeCodeQuestion(ShortText device, int digits, Source source, OptionalInt triesLeft, boolean again) {
        this.device = device;
        this.digits = digits;
        this.source = source;
        this.triesLeft = triesLeft;
        this.again = again;
    }

    /**
     * The first question for a code that a device shows, by the name that the person knows.
     *
     * @param digits how many digits the code has, 6 to 10
     * @throws IllegalArgumentException if it could be taken for the code of a CPS card or of an e-CPS
     */
    public static OneTimeCodeQuestion of(ShortText device, int digits) {
        return of(device, digits, Source.SHOWN);
    }

    /**
     * The first question for a code that was sent.
     *
     * @param by what it was sent by, as it stands after "by": SMS, for instance
     * @param digits how many digits the code has, 6 to 10
     */
    public static OneTimeCodeQuestion ofSent(ShortText by, int digits) {
        return of(by, digits, Source.SENT);
    }

    private static OneTimeCodeQuestion of(ShortText device, int digits, Source source) {
        CodesOfProSanteConnect.refuseIn(device);
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("a one-time code has " + FEWEST_DIGITS + " to " + MOST_DIGITS
                    + " digits: one of four could be taken for the code of a CPS card or of an e-CPS, which nobody but"
                    + " CPS-Gestion, the phone and the page of Pro Santé Connect may ask for");
        }
        return new OneTimeCodeQuestion(device, digits, source, OptionalInt.empty(), false);
    }

    /** A copy that says that the answer before was wrong. */
    public OneTimeCodeQuestion asAgain() {
        return new OneTimeCodeQuestion(device, digits, source, triesLeft, true);
    }

    /** A copy that says how many wrong codes the device still takes, at least one. */
    public OneTimeCodeQuestion withTriesLeft(int tries) {
        if (tries < 1) {
            throw new IllegalArgumentException("nobody is asked without a try left");
        }
        return new OneTimeCodeQuestion(device, digits, source, OptionalInt.of(tries), again);
    }

    /** A copy that lets the person ask for another code; not for one that a device shows. */
    public OneTimeCodeQuestion withSendAgain() {
        if (source == Source.SHOWN) {
            throw new IllegalArgumentException("what a device shows is not sent");
        }
        return new OneTimeCodeQuestion(device, digits, Source.SENT_AGAIN_ON_REQUEST, triesLeft, again);
    }

    /** The device that shows the code, or what it was sent by; the host names it in the question. */
    public ShortText device() {
        return device;
    }

    /** How many digits the code has. */
    public int digits() {
        return digits;
    }

    /** Whether the code was sent, by what {@link #device} says; otherwise a device shows it. */
    public boolean isSent() {
        return source != Source.SHOWN;
    }

    /** Whether the person may ask for another code to be sent, which a host answers by an empty array. */
    public boolean maySendAgain() {
        return source == Source.SENT_AGAIN_ON_REQUEST;
    }

    /** How many wrong codes the device still takes; empty if it does not say. */
    public OptionalInt triesLeft() {
        return triesLeft;
    }

    /** Whether the answer before was wrong. */
    public boolean again() {
        return again;
    }

    /** Whether that could be the answer: so many digits, and nothing else; or the wish for another code, where it may be sent again. */
    public boolean accepts(char[] answer) {
        if (answer.length != digits) {
            return asksToSendAgain(answer);
        }
        for (var character : answer) {
            if (character < '0' || character > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether an answer is no code, but the wish for another one: an empty array, where it may be sent again. */
    public boolean asksToSendAgain(char[] answer) {
        return maySendAgain() && answer.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneTimeCodeQuestion question
                && device.equals(question.device)
                && digits == question.digits
                && source == question.source
                && triesLeft.equals(question.triesLeft)
                && again == question.again;
    }

    @Override
    public int hashCode() {
        return Objects.hash(device, digits, source, triesLeft, again);
    }

    @Override
    public String toString() {
        return "OneTimeCodeQuestion[" + digits + " digits]";
    }
}
