package io.github.pscsdk.proxy.internal.conformity.verdict;

import io.github.pscsdk.proxy.internal.conformity.obligation.Check;
import io.github.pscsdk.proxy.internal.conformity.obligation.Need;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a check came to, and what of it can be told: counts, versions, names of parameters and of classes, and addresses of
 * the service. Never what a trace or an answer says.
 *
 * @param check which
 * @param outcome how it ended
 * @param key of the text that says it, in the texts of the report
 * @param values for the blanks of that text
 */
public record Finding(Check check, Outcome outcome, String key, List<Object> values) {
    /** Copies. */
    public Finding {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(key, "key");
        values = List.copyOf(values);
    }

    /** As it should be. */
    public static Finding passed(Check check, Object... values) {
        return new Finding(check, Outcome.PASSED, check.id() + ".passed", List.of(values));
    }

    /** Not as it should be. */
    public static Finding failed(Check check, Object... values) {
        return new Finding(check, Outcome.FAILED, check.id() + ".failed", List.of(values));
    }

    /** One or the other; both texts have the same blanks. */
    public static Finding of(Check check, boolean passed, Object... values) {
        return passed ? passed(check, values) : failed(check, values);
    }

    /** It could not be looked at for want of that. */
    public static Finding unseen(Check check, Need need) {
        return new Finding(check, Outcome.UNSEEN, "need." + need.name().toLowerCase(Locale.ROOT), List.of());
    }
}
