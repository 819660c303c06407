package io.github.pscsdk.example.santefr.rules;

import io.github.pscsdk.example.santefr.declaration.OfferKind;
import java.util.Optional;
import java.util.Set;

/**
 * What a professional may declare.
 *
 * @param kinds nothing where nobody of that profession may
 * @param refusal why the professional may not declare anything, whatever the profession
 */
public record Rights(Set<OfferKind> kinds, Optional<Refusal> refusal) {
    /** Copies. */
    public Rights {
        kinds = Set.copyOf(kinds);
    }

    static Rights to(Set<OfferKind> kinds) {
        return new Rights(kinds, Optional.empty());
    }

    static Rights refused(Remark remark) {
        return new Rights(Set.of(), Optional.of(new Refusal(remark.french(""), remark.english(""))));
    }

    /**
     * Why, and what to do.
     *
     * @param french for the professional
     * @param english the same
     */
    public record Refusal(String french, String english) {}
}
