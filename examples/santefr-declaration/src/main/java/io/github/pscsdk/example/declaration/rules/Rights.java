package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.OfferKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a professional may declare.
 *
 * @param asOf the day whose law counts
 * @param kinds nothing where nobody of that profession may
 * @param refusal why the professional may not declare anything, whatever the profession
 */
public record Rights(LocalDate asOf, Set<OfferKind> kinds, Optional<Refusal> refusal) {
    /** Copies. */
    public Rights {
        kinds = Set.copyOf(kinds);
    }

    static Rights to(LocalDate asOf, Set<OfferKind> kinds) {
        return new Rights(asOf, kinds, Optional.empty());
    }

    static Rights refused(LocalDate asOf, Remark remark) {
        return new Rights(asOf, Set.of(), Optional.of(new Refusal(remark.french(""), remark.english(""))));
    }

    /**
     * Why, and what to do.
     *
     * @param french for the professional
     * @param english the same
     */
    public record Refusal(String french, String english) {}
}
