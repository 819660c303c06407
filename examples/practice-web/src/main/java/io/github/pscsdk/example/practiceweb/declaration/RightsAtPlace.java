package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.example.declaration.OfferKind;
import java.util.Optional;
import java.util.Set;

/**
 * What may be declared at a place of work.
 *
 * @param kinds nothing where the profession gives no right there
 * @param refusal why nothing, where the profession is not the reason; in the reader's language
 */
public record RightsAtPlace(Set<OfferKind> kinds, Optional<String> refusal) {
    public RightsAtPlace {
        kinds = Set.copyOf(kinds);
    }
}
