package io.github.pscsdk.command.internal.doctor;

import io.github.pscsdk.command.internal.json.SeenFinding;
import java.util.List;

/**
 * What became of the findings between two looks.
 *
 * @param gone found then, not now
 * @param appeared found now, not then
 * @param kept found both times, as they are now
 */
record Changes(List<SeenFinding> gone, List<SeenFinding> appeared, List<SeenFinding> kept) {

    static Changes between(List<SeenFinding> before, List<SeenFinding> after) {
        return new Changes(
                before.stream().filter(one -> isMissing(one, after)).toList(),
                after.stream().filter(one -> isMissing(one, before)).toList(),
                after.stream().filter(one -> !isMissing(one, before)).toList());
    }

    boolean isNothing() {
        return gone.isEmpty() && appeared.isEmpty();
    }

    private static boolean isMissing(SeenFinding one, List<SeenFinding> all) {
        return all.stream().noneMatch(one::isSameAs);
    }
}
