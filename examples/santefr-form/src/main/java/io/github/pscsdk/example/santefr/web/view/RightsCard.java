package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.example.santefr.declaration.OfferKind;
import io.github.pscsdk.example.santefr.rules.Rights;
import java.util.Optional;

/**
 * What the professional may declare.
 *
 * @param testing whether screening tests
 * @param vaccination whether vaccination
 * @param refusal why nothing, where the profession is not the reason
 */
public record RightsCard(boolean testing, boolean vaccination, Optional<String> refusal) {
    /** In the reader's language. */
    public static RightsCard of(Rights rights, Language language) {
        return new RightsCard(
                rights.kinds().contains(OfferKind.TESTING),
                rights.kinds().contains(OfferKind.VACCINATION),
                rights.refusal().map(refusal -> language == Language.FR ? refusal.french() : refusal.english()));
    }
}
