package io.github.pscsdk.proxytools.internal.conformity.verdict;

import io.github.pscsdk.proxytools.internal.conformity.obligation.Check;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Check.Prerequisite;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The result of a check, with what may be shown of it: counts, versions, names of parameters and of classes, and addresses of
 * the service. Never what a trace or an answer says.
 *
 * @param check which
 * @param outcome how it ended
 * @param key of the text that says it, in the texts of the report
 * @param values for the placeholders of that text
 */
public record Finding(Check check, Outcome outcome, String key, List<Object> values) {
    public Finding {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(key, "key");
        values = List.copyOf(values);
    }

    public static Finding passed(Check check, Object... values) {
        return new Finding(check, Outcome.PASSED, check.id() + ".passed", List.of(values));
    }

    public static Finding failed(Check check, Object... values) {
        return new Finding(check, Outcome.FAILED, check.id() + ".failed", List.of(values));
    }

    /** Passed or failed; both texts have the same placeholders. */
    public static Finding of(Check check, boolean passed, Object... values) {
        return passed ? passed(check, values) : failed(check, values);
    }

    /** The check could not be made, since that is missing. */
    public static Finding unseen(Check check, Prerequisite prerequisite) {
        return new Finding(check, Outcome.UNSEEN, "need." + prerequisite.name().toLowerCase(Locale.ROOT), List.of());
    }

    /** The result of one check. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It could not be made. */
        UNSEEN
    }
}
