package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.rules.Eligibility.Rights;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/**
 * What the professional may declare.
 *
 * @param asOf the day whose law counts
 * @param testing whether screening tests
 * @param vaccination whether vaccination
 * @param refusal why nothing, where the profession is not the reason
 */
public record RightsCard(String asOf, boolean testing, boolean vaccination, Optional<String> refusal) {
    /** In the reader's language. */
    public static RightsCard of(Rights rights, Language language) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale());
        return new RightsCard(
                day.format(rights.asOf()),
                rights.kinds().contains(OfferKind.TESTING),
                rights.kinds().contains(OfferKind.VACCINATION),
                rights.refusal().map(refusal -> language == Language.FRENCH ? refusal.french() : refusal.english()));
    }
}
