package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.store.DossierStore.TooManyDraftsException;
import io.github.pscsdk.example.santefr.web.form.OfferEditor;
import io.github.pscsdk.example.santefr.web.view.DossierCard;
import io.github.pscsdk.example.santefr.web.view.PracticePlaces;
import io.github.pscsdk.example.santefr.web.view.RightsCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /mine}: one's declarations with their state, and the way to a new one. */
final class ListPage {
    private final Dossiers dossiers;

    ListPage(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    void show(PageRequest request, SignedInRequest signedIn) {
        var language = request.language();
        var cards = dossiers.of(signedIn.caller()).stream()
                .map(kept -> DossierCard.of(kept, dossiers.asksForConfirmation(kept), language))
                .toList();
        var isUnchosen = request.parameter("choose").isPresent();
        var kinds = Stream.of(OfferKind.values())
                .map(OfferKind::text)
                .filter(kind -> request.parameter(kind).isPresent())
                .toList();
        request.show(
                "list",
                "list.title",
                isUnchosen ? choosePlace(kinds) : "/mine",
                Map.of(
                        "dossiers",
                        cards,
                        "places",
                        places(signedIn).cards(language),
                        "rights",
                        RightsCard.of(dossiers.rights(signedIn.caller()), language),
                        "unchosen",
                        isUnchosen,
                        "kinds",
                        kinds,
                        "csrf",
                        signedIn.token()));
    }

    /** Begins a draft for the place and the offers that were chosen. */
    void begin(PageRequest request, SignedInRequest signedIn) throws EventRefusedException, TooManyDraftsException {
        var chosen = signedIn.form().get("place").flatMap(ListPage::number).flatMap(places(signedIn)::declaration);
        // Before the choice comes the right: who has none reads why.
        if (chosen.isEmpty() && !dossiers.rights(signedIn.caller()).kinds().isEmpty()) {
            request.see(choosePlace(signedIn.form().all("kind")));
            return;
        }
        var declaration = chosen.map(dossiers::prefilled)
                .orElseGet(() -> PracticePlaces.nowhere(signedIn.session().professional()));
        for (var kind : signedIn.form().all("kind")) {
            var known = OfferKind.of(kind);
            declaration = known.isPresent() ? OfferEditor.with(declaration, known.get()) : declaration;
        }
        request.see(
                EditPage.address(dossiers.create(declaration, signedIn.caller()).number()));
    }

    /** Where the place is asked for; the kinds that were ticked stay so. */
    private static String choosePlace(List<String> kinds) {
        return kinds.stream()
                .flatMap(kind -> OfferKind.of(kind).stream())
                .map(kind -> "&" + kind.text() + "=1")
                .collect(Collectors.joining("", "/mine?choose=place", ""));
    }

    private PracticePlaces places(SignedInRequest signedIn) {
        return new PracticePlaces(signedIn.session().professional(), dossiers.selfEmployedModes());
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
