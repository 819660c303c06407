package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.store.TooManyDraftsException;
import io.github.pscsdk.example.santefr.web.form.Offers;
import io.github.pscsdk.example.santefr.web.view.DossierCard;
import io.github.pscsdk.example.santefr.web.view.PracticePlaces;
import io.github.pscsdk.example.santefr.web.view.RightsCard;
import java.util.Map;
import java.util.Optional;

/** {@code /mine}: one's declarations with their state, and the way to a new one. */
final class ListPage {
    private final Dossiers dossiers;

    ListPage(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    void show(PageRequest visit, SignedInRequest guest) {
        var language = visit.language();
        var cards = dossiers.of(guest.caller()).stream()
                .map(kept -> DossierCard.of(kept, dossiers.asksForConfirmation(kept), language))
                .toList();
        visit.show(
                "list",
                "list.title",
                Map.of(
                        "dossiers", cards,
                        "places", places(guest).cards(language),
                        "rights", RightsCard.of(dossiers.rights(guest.caller()), language),
                        "unchosen", visit.parameter("choose").isPresent(),
                        "csrf", guest.token()));
    }

    /** Begins a draft for the place and the offers that were chosen. */
    void begin(PageRequest visit, SignedInRequest guest) throws EventRefusedException, TooManyDraftsException {
        var chosen = guest.form().get("place").flatMap(ListPage::number).flatMap(places(guest)::declaration);
        // Before the choice comes the right: who has none reads why.
        if (chosen.isEmpty() && !dossiers.rights(guest.caller()).kinds().isEmpty()) {
            visit.see("/mine?choose=place");
            return;
        }
        var declaration =
                chosen.orElseGet(() -> PracticePlaces.nowhere(guest.session().professional()));
        for (var kind : guest.form().all("kind")) {
            var known = OfferKind.of(kind);
            declaration = known.isPresent() ? Offers.with(declaration, known.get()) : declaration;
        }
        visit.see(EditPage.address(dossiers.create(declaration, guest.caller()).number()));
    }

    private PracticePlaces places(SignedInRequest guest) {
        return new PracticePlaces(guest.session().professional(), dossiers.selfEmployedModes());
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
