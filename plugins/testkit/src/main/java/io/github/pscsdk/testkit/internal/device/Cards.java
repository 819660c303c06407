package io.github.pscsdk.testkit.internal.device;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The simulated cards, one for each fictitious professional. There is no real code porteur: any four digits are right but
 * {@link #WRONG_CODE}, which is always wrong. Three wrong ones in a row block a card until the simulator starts again. A
 * code is looked at and forgotten.
 */
public final class Cards {
    /** How many wrong codes in a row block a card (cps-card, section 6). */
    public static final int TRIES = 3;

    /** The one code that no simulated card takes. */
    private static final String WRONG_CODE = "0000";

    private final Map<String, Integer> wrongCodes = new ConcurrentHashMap<>();

    /** What a card says to a code. */
    public enum Verdict {
        /** Right. */
        RIGHT,
        /** Wrong; there may be tries left. */
        WRONG,
        /** Not four digits: it was not tried. */
        NOT_A_CODE,
        /** The card is blocked, perhaps just now. */
        BLOCKED
    }

    /** Tries a code on the card of a professional. */
    public Verdict tryCode(String nationalId, String code) {
        if (!code.matches("[0-9]{4}")) {
            return isBlocked(nationalId) ? Verdict.BLOCKED : Verdict.NOT_A_CODE;
        }
        var wrong = wrongCodes.merge(nationalId, code.equals(WRONG_CODE) ? 1 : 0, Cards::count);
        if (wrong >= TRIES) {
            return Verdict.BLOCKED;
        }
        return wrong == 0 ? Verdict.RIGHT : Verdict.WRONG;
    }

    /** A right code sets the count back, unless the card is blocked. */
    private static int count(int before, int now) {
        if (before >= TRIES) {
            return before;
        }
        return now == 0 ? 0 : before + now;
    }

    /** How many wrong codes the card still takes. */
    public int triesLeft(String nationalId) {
        return TRIES - wrongCodes.getOrDefault(nationalId, 0);
    }

    /** Whether it takes no more codes. */
    public boolean isBlocked(String nationalId) {
        return triesLeft(nationalId) == 0;
    }
}
