package io.github.pscsdk.plugin.cps.internal.card;

import java.math.BigInteger;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of a code porteur, as a card tells it without being given one, which uses no try.
 *
 * @param triesLeft empty where the card does not tell
 */
public record CodeState(Lock lock, OptionalInt triesLeft) {
    private static final Logger LOG = LoggerFactory.getLogger(CodeState.class);

    /** Whether the code can be presented. */
    public enum Lock {
        OPEN,
        /** Too many wrong ones: the unlock code helps. */
        BLOCKED,
        /** The unlock code is used up as well. */
        BLOCKED_FOR_GOOD,
        /** The card does not say, or has no code (contactless). */
        UNKNOWN
    }

    static final CodeState UNKNOWN = new CodeState(Lock.UNKNOWN, OptionalInt.empty());
    static final CodeState OPEN = new CodeState(Lock.OPEN, OptionalInt.empty());
    static final CodeState BLOCKED = new CodeState(Lock.BLOCKED, OptionalInt.of(0));
    static final CodeState BLOCKED_FOR_GOOD = new CodeState(Lock.BLOCKED_FOR_GOOD, OptionalInt.of(0));

    private static final int CODE_PORTEUR = 0x01;
    private static final int UNLOCK_CODE = 0x02;

    /** None left is blocked, whatever the status word is called. */
    static CodeState left(int tries) {
        return tries == 0 ? BLOCKED : new CodeState(Lock.OPEN, OptionalInt.of(tries));
    }

    /** Whether one more wrong code blocks the card. */
    public boolean isLastTry() {
        return triesLeft.equals(OptionalInt.of(1));
    }

    // ---- how it is read ------------------------------------------------------------------------------------------

    /** Of the code porteur; where that is blocked, the unlock code is looked at as well. */
    static CodeState read(CardCommands commands) throws CardAccessException {
        var state = read(commands, CODE_PORTEUR);
        return state.lock == Lock.BLOCKED && isUnlockCodeUsedUp(commands) ? BLOCKED_FOR_GOOD : state;
    }

    private static CodeState read(CardCommands commands, int code) throws CardAccessException {
        // Twice: a card may fail once, and one that fails again may still tell the counter in the object.
        for (var round = 0; round < 2; round++) {
            try {
                var response = commands.stateOfCode(code);
                if (response.countsTries()) {
                    return left(response.tries());
                } else if (response.statusWord() == CardCommands.Response.BLOCKED) {
                    return BLOCKED;
                } else if (response.isOk()) {
                    // Another program has presented it: the card is open and does not show the counter.
                    return OPEN;
                }
            } catch (CardDataException e) {
                LOG.debug("a card does not tell the state of its code", e);
            }
        }
        var tries = commands.dialect() == CardCommands.Dialect.IAS_ECC
                ? CodeObject.read(commands, code).triesLeft
                : OptionalInt.empty();
        return tries.isPresent() ? left(tries.getAsInt()) : UNKNOWN;
    }

    private static boolean isUnlockCodeUsedUp(CardCommands commands) throws CardAccessException {
        if (commands.dialect() == CardCommands.Dialect.CHIPDOC) {
            return read(commands, UNLOCK_CODE).lock == Lock.BLOCKED;
        }
        // The object knows more than the empty VERIFY: how often a code may still be used at all.
        var unlockCode = CodeObject.read(commands, UNLOCK_CODE);
        return isNone(unlockCode.triesLeft)
                || isNone(unlockCode.usesLeft)
                || isNone(CodeObject.read(commands, CODE_PORTEUR).usesLeft);
    }

    private static boolean isNone(OptionalInt left) {
        return left.equals(OptionalInt.of(0));
    }

    /** GET DATA of a code on a CPS3: tag 9B, the tries left; tag 9D, how often it may be used at all. */
    private record CodeObject(OptionalInt triesLeft, OptionalInt usesLeft) {
        private static final int TRIES_LEFT = 0x9B;
        private static final int USES_LEFT = 0x9D;

        static CodeObject read(CardCommands commands, int code) throws CardAccessException {
            try {
                commands.select(CpsApplication.MASTER_FILE);
                var data = commands.codeObject(code).data();
                return new CodeObject(number(data, TRIES_LEFT), number(data, USES_LEFT));
            } catch (CardDataException e) {
                // The counter is worth a warning, not a refusal: a card that hides it still logs in.
                return new CodeObject(OptionalInt.empty(), OptionalInt.empty());
            }
        }

        /** Looks wherever it stands: how deep it is nested is not published. */
        private static OptionalInt number(byte[] data, int tag) throws CardDataException {
            for (var tlv : Tlv.all(data)) {
                var found = tlv.deep().filter(inner -> inner.tag() == tag).findFirst();
                if (found.isPresent()) {
                    return OptionalInt.of(new BigInteger(1, found.get().value()).intValue());
                }
            }
            return OptionalInt.empty();
        }
    }
}
