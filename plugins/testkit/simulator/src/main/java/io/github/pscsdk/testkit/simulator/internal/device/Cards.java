package io.github.pscsdk.testkit.simulator.internal.device;

import io.github.pscsdk.testkit.card.internal.reader.CodePad;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The simulated cards, one for each fictitious professional. There is no real code porteur: any four digits are right but
 * {@link #WRONG_CODE}, which is always wrong. Three wrong ones in a row block a card until the simulator starts again. A
 * code is looked at and forgotten.
 */
public final class Cards implements CodePad {
    /** How many wrong codes in a row block a card (cps-card, section 6). */
    public static final int TRIES = 3;

    /** The one code that no simulated card takes. */
    private static final String WRONG_CODE = "0000";

    private final Map<String, Integer> wrongCodes = new ConcurrentHashMap<>();

    @Override
    public Verdict tryCode(String nationalId, char[] typed) {
        var code = new String(typed);
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

    @Override
    public OptionalInt triesLeft(String nationalId) {
        return OptionalInt.of(TRIES - wrongCodes.getOrDefault(nationalId, 0));
    }

    private boolean isBlocked(String nationalId) {
        return wrongCodes.getOrDefault(nationalId, 0) == TRIES;
    }
}
