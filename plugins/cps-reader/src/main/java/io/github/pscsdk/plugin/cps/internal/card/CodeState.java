package io.github.pscsdk.plugin.cps.internal.card;

import java.util.OptionalInt;

/**
 * What a card tells of its code porteur without being given one.
 *
 * @param lock whether it can be presented
 * @param triesLeft how often it may be wrong; empty where the card does not count for us
 */
public record CodeState(Lock lock, OptionalInt triesLeft) {
    /** Whether the code can be presented. */
    public enum Lock {
        /** It can. */
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

    /** None left is blocked, whatever the status word is called. */
    static CodeState left(int tries) {
        return tries == 0 ? BLOCKED : new CodeState(Lock.OPEN, OptionalInt.of(tries));
    }

    /** Whether one more wrong code blocks the card. */
    public boolean isLastTry() {
        return triesLeft.equals(OptionalInt.of(1));
    }
}
