package io.github.pscsdk.testkit.card.internal.chip.command;

import io.github.pscsdk.testkit.card.internal.chip.data.CardSpec;

/**
 * The code porteur, the unlock code and the number of unlockings that are left (cps-card, section 6). A card whose
 * unlockings or tries of the unlock code are used up is blocked for good. That the unlock code has three tries is invented.
 */
public final class Codes {
    public static final int TRIES = 3;
    static final int CODE_LENGTH = 4;
    static final int UNLOCK_CODE_LENGTH = 8;

    private final CardCode code;
    private final CardCode unlockCode;
    private int unlockings;

    public Codes(CardSpec spec) {
        code = new CardCode(spec.code(), TRIES, spec.triesLeft());
        unlockCode = new CardCode(spec.unlockCode(), TRIES, TRIES);
        unlockings = spec.unlockings();
        if (unlockings == 0) {
            unlockCode.block();
        }
    }

    public void powerOn() {
        code.forget();
        unlockCode.forget();
    }

    public CardCode code() {
        return code;
    }

    public CardCode unlockCode() {
        return unlockCode;
    }

    public boolean isPresented() {
        return code.isPresented();
    }

    boolean isUnlockCodePresented() {
        return unlockCode.isPresented();
    }

    /** How often the card can still be unlocked. */
    public int unlockings() {
        return unlockCode.isBlocked() ? 0 : unlockings;
    }

    /** Whether the card is blocked and cannot be unlocked any more. */
    public boolean isBlockedForGood() {
        return code.isBlocked() && unlockings() == 0;
    }

    /** Restores the tries, and counts the unlocking. */
    public void unlock() {
        unlockings--;
        code.fill();
        if (unlockings == 0) {
            unlockCode.block();
        }
    }

    /** Whether a card would store it as a code porteur: four ASCII digits. */
    static boolean isCode(byte[] value) {
        return value.length == CODE_LENGTH && isDigits(value);
    }

    private static boolean isDigits(byte[] value) {
        for (var digit : value) {
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return true;
    }
}
