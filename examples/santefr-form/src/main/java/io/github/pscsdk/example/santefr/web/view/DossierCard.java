package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A declaration in a list.
 *
 * @param number its own
 * @param revision that is shown
 * @param place its name and town; empty if neither is written
 * @param offers the keys of what is offered
 * @param state of the latest version
 * @param since when that came about
 * @param isShown whether the public sees a version of it
 * @param asksForConfirmation whether the professional is to say that it is still valid
 * @param isOver whether it is withdrawn
 * @param isWritten whether the latest version is still to be handed over
 */
public record DossierCard(
        String number,
        int revision,
        Optional<String> place,
        List<String> offers,
        StateTag state,
        String since,
        boolean isShown,
        boolean asksForConfirmation,
        boolean isOver,
        boolean isWritten) {
    public DossierCard {
        Objects.requireNonNull(place, "place");
        offers = List.copyOf(offers);
    }

    /** In the reader's language. */
    public static DossierCard of(StoredDossier kept, boolean asksForConfirmation, Language language) {
        var latest = kept.dossier().latest();
        var place = latest.content().place();
        var state = latest.state();
        var name = place.name()
                .map(text ->
                        place.address().town().map(town -> text + ", " + town).orElse(text))
                .or(() -> place.address().town());
        return new DossierCard(
                kept.number(),
                kept.revision(),
                name,
                latest.content().offers().stream()
                        .flatMap(offer -> offer.kind().stream())
                        .map(kind -> "offer." + kind.toLowerCase(Locale.ROOT))
                        .filter(key -> Frame.texts(language).find(key).isPresent())
                        .distinct()
                        .toList(),
                StateTag.of(state, language),
                DateFormats.of(
                        latest.proof()
                                .filter(proof -> state == State.TO_CHECK)
                                .map(proof -> proof.at())
                                .orElse(latest.changedAt()),
                        language),
                kept.dossier().published().isPresent(),
                asksForConfirmation,
                state == State.WITHDRAWN,
                state == State.DRAFT || state == State.VALIDATED);
    }

    /** Its number alone. */
    @Override
    public String toString() {
        return "DossierCard[" + number + "]";
    }
}
