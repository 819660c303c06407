package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxytools.internal.conformity.Check.Prerequisite;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The result of a check, with what may be shown of it: counts, versions, names of parameters and classes, addresses of
 * the service. Never what a trace or an answer says.
 */
record ConformityFinding(Check check, Outcome outcome, String key, List<Object> values) {
    static ConformityFinding passed(Check check, Object... values) {
        return new ConformityFinding(check, Outcome.PASSED, check.id() + ".passed", List.of(values));
    }

    static ConformityFinding failed(Check check, Object... values) {
        return new ConformityFinding(check, Outcome.FAILED, check.id() + ".failed", List.of(values));
    }

    static ConformityFinding of(Check check, boolean passed, Object... values) {
        return passed ? passed(check, values) : failed(check, values);
    }

    static ConformityFinding unseen(Check check, Prerequisite prerequisite) {
        return new ConformityFinding(
                check, Outcome.UNSEEN, "need." + prerequisite.name().toLowerCase(Locale.ROOT), List.of());
    }

    /** For each check that needs it: the other end gave no usable answer. */
    static List<ConformityFinding> unanswered(Prerequisite need) {
        return Arrays.stream(Check.values())
                .filter(check -> check.need() == need)
                .map(check -> unseen(check, Prerequisite.ANSWER))
                .toList();
    }

    String text(Texts texts) {
        return texts.get(key, values.toArray());
    }

    enum Outcome {
        PASSED,
        FAILED,
        UNSEEN
    }
}
