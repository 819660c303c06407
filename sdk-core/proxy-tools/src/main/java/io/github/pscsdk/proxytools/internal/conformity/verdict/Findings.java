package io.github.pscsdk.proxytools.internal.conformity.verdict;

import io.github.pscsdk.proxytools.internal.conformity.obligation.Check;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One finding for each check: whatever nobody made could not be seen. For one thread. */
public final class Findings {
    private final Map<Check, Finding> made = new EnumMap<>(Check.class);

    /** Adds findings; a later one of the same check takes the place of the former. */
    public void add(List<Finding> findings) {
        findings.forEach(finding -> made.put(finding.check(), finding));
    }

    /** What that check came to. */
    public Finding of(Check check) {
        return made.getOrDefault(check, Finding.unseen(check, check.need()));
    }
}
