package io.github.pscsdk.proxytools.internal.conformity.obligation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A list of obligations, in its order.
 *
 * @param all with ids that differ
 * @param loaded whether the vendor has added a list, such as the official one
 */
public record Obligations(List<Obligation> all, boolean loaded) {
    /** Copies, and refuses two of one id. */
    public Obligations {
        all = List.copyOf(all);
        if (all.stream().map(Obligation::id).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two obligations have the same id");
        }
    }

    /** The same with those of a list: one with a known id takes the place of the former, the others follow. */
    public Obligations with(List<Obligation> list) {
        var merged = new LinkedHashMap<String, Obligation>();
        all.forEach(obligation -> merged.put(obligation.id(), obligation));
        new Obligations(list, true).all().forEach(obligation -> merged.put(obligation.id(), obligation));
        return new Obligations(new ArrayList<>(merged.values()), true);
    }
}
