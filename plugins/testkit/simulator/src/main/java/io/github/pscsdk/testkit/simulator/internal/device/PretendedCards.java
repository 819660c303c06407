package io.github.pscsdk.testkit.simulator.internal.device;

import io.github.pscsdk.testkit.card.internal.gestion.PinPad;
import io.github.pscsdk.testkit.card.internal.gestion.PinPad.Verdict;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cards of a simulator without a card reader, one per professional. Any four digits but {@link #WRONG_CODE} are
 * right; three wrong ones in a row block. No code is kept.
 */
public final class PretendedCards implements PinPad {
    /** How many wrong codes in a row block a card (cps-card, section 6). */
    public static final int TRIES = 3;

    private static final String WRONG_CODE = "0000";

    private final Map<String, Integer> wrongCodes = new ConcurrentHashMap<>();

    @Override
    public Verdict tryCode(String nationalId, char[] typed) {
        var code = new String(typed);
        if (!code.matches("[0-9]{4}")) {
            return isBlocked(nationalId) ? Verdict.BLOCKED : Verdict.NOT_A_CODE;
        }
        var wrong = wrongCodes.merge(nationalId, code.equals(WRONG_CODE) ? 1 : 0, PretendedCards::count);
        if (wrong >= TRIES) {
            return Verdict.BLOCKED;
        }
        return wrong == 0 ? Verdict.APPROVED : Verdict.WRONG_CODE;
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
