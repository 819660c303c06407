package io.github.pscsdk.plugin.cps.internal.login;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.plugin.cps.internal.scan.SeenCard;
import java.util.List;

/** Which cards may be a professional's. */
final class Ownership {
    private Ownership() {}

    /** The cards that name the person; where none does, those that name nobody. */
    static List<SeenCard.Cps> of(NationalId person, List<SeenCard.Cps> cards) {
        var own = cards.stream()
                .filter(seen -> seen.card().nationalId().filter(person::matches).isPresent())
                .toList();
        return !own.isEmpty()
                ? own
                : cards.stream()
                        .filter(seen -> seen.card().nationalId().isEmpty())
                        .toList();
    }
}
