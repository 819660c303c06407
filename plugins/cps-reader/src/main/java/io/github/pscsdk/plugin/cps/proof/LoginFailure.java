package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.plugin.cps.problem.CardProblem;

/** Why a token does not open. Told without the cause, which may be an exception of the caller's handler that quotes the code. */
final class LoginFailure {
    private LoginFailure() {}

    static PscException of(Exception failure) {
        if (Causes.say(failure, "CKR_PIN_LOCKED")) {
            return new PscException(CardProblem.CARD_BLOCKED, "CKR_PIN_LOCKED");
        }
        if (Causes.say(failure, "CKR_PIN_INCORRECT")
                || Causes.say(failure, "CKR_PIN_LEN_RANGE")
                || Causes.say(failure, "CKR_PIN_INVALID")) {
            return new PscException(CardProblem.WRONG_CODE, "the token refuses the code");
        }
        if (isGone(failure)) {
            return new PscException(CardProblem.CARD_REMOVED, "the token left before it was opened");
        }
        return isOfTheModule(failure)
                ? new PscException(CardProblem.CARD_UNREADABLE, "the token cannot be opened")
                : new PscException(CardProblem.CODE_NOT_GIVEN, "the token was not opened");
    }

    /** No code at all, or a dialog that was cancelled, is told by the module as well. */
    private static boolean isOfTheModule(Exception failure) {
        return Causes.say(failure, "CKR_")
                && !Causes.say(failure, "CKR_FUNCTION_CANCELED")
                && !Causes.say(failure, "CKR_ARGUMENTS_BAD");
    }

    static boolean isGone(Exception failure) {
        return Causes.say(failure, "Token has been removed")
                || Causes.say(failure, "No token present")
                || Causes.say(failure, "CKR_TOKEN_NOT_PRESENT")
                || Causes.say(failure, "CKR_DEVICE_REMOVED");
    }
}
