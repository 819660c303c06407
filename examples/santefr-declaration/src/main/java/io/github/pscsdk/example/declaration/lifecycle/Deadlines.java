package io.github.pscsdk.example.declaration.lifecycle;

import java.time.Period;
import java.util.Objects;

/**
 * How long a declaration is believed without a word. Ours: no source tells a delay.
 *
 * @param askAfter days after which one is asked whether it is still valid
 * @param checkAfter days after which it is to be checked
 */
public record Deadlines(Period askAfter, Period checkAfter) {
    /** Asked after 30 days, to be checked after 45. */
    public static final Deadlines DEFAULT = new Deadlines(Period.ofDays(30), Period.ofDays(45));

    /** Checks. */
    public Deadlines {
        Objects.requireNonNull(askAfter, "askAfter");
        Objects.requireNonNull(checkAfter, "checkAfter");
        if (days(askAfter) < 1 || days(checkAfter) <= days(askAfter)) {
            throw new IllegalArgumentException("one is asked before it is to be checked");
        }
    }

    private static int days(Period period) {
        if (period.toTotalMonths() != 0) {
            throw new IllegalArgumentException("a deadline counts days");
        }
        return period.getDays();
    }
}
