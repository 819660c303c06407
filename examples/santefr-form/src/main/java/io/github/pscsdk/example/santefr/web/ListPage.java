package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.DirectoryPlaces;
import io.github.pscsdk.example.declaration.form.EarlierAnswers;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Version.State;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.DossierStore.TooManyDraftsException;
import io.github.pscsdk.example.santefr.web.view.DossierCard;
import io.github.pscsdk.example.santefr.web.view.PracticePlaces;
import io.github.pscsdk.example.santefr.web.view.RightsCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /mine}: one's declarations with their state, and the way to a new one. */
final class ListPage {
    private static final Set<String> NOTICES = Set.of("saved");

    private final Dossiers dossiers;

    ListPage(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    void show(PageRequest request, SignedInRequest signedIn) {
        var language = request.language();
        var cards = dossiers.of(signedIn.caller()).stream()
                .map(kept -> DossierCard.of(kept, dossiers.asksForConfirmation(kept), language))
                .toList();
        var unchosen = request.parameter("choose");
        var kinds = Stream.of(OfferKind.values())
                .map(OfferKind::text)
                .filter(kind -> request.parameter(kind).isPresent())
                .toList();
        request.show(
                "list",
                "list.title",
                unchosen.isPresent() ? choose(unchosen.get(), kinds) : "/mine",
                Map.of(
                        "dossiers", cards,
                        "places", places(signedIn).cards(language),
                        "rights", RightsCard.of(dossiers.rights(signedIn.caller()), language),
                        "unchosen", unchosen.orElse(""),
                        "kinds", kinds,
                        "notice", request.parameter("notice").filter(NOTICES::contains),
                        "csrf", signedIn.token()));
    }

    /**
     * Begins a draft for the place and the offers that were chosen, filled with what the directory tells of the place and with
     * the answers of the last declaration.
     */
    void begin(PageRequest request, SignedInRequest signedIn) throws EventRefusedException, TooManyDraftsException {
        var rights = dossiers.rights(signedIn.caller()).kinds();
        var place = signedIn.form().get("place").flatMap(ListPage::number).flatMap(places(signedIn)::declaration);
        var kinds = signedIn.form().all("kind").stream()
                .flatMap(kind -> OfferKind.of(kind).stream())
                .toList();
        // Before the choice comes the right: who has none reads why.
        if (!rights.isEmpty() && (place.isEmpty() || kinds.isEmpty())) {
            request.see(choose(
                    place.isEmpty() ? "place" : "kind",
                    kinds.stream().map(OfferKind::text).toList()));
            return;
        }
        var begun = place.map(dossiers::prefilled)
                .orElseGet(() -> DirectoryPlaces.nowhere(signedIn.session().professional()));
        var draft = dossiers.create(EarlierAnswers.into(begun, kinds, handedOver(signedIn)), signedIn.caller());
        request.see(StepPage.address(draft.number(), FormStep.PLACE));
    }

    /**
     * {@code /mine/{number}/again}: the same once more, to be handed over at one press; a withdrawn declaration stays so, and
     * a new one begins with what it said.
     */
    void again(PageRequest request, SignedInRequest signedIn)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException, TooManyDraftsException {
        var seen = signedIn.seen(request);
        var kept = dossiers.seen(seen, signedIn.caller());
        var content = kept.dossier().latest().content();
        var again = kept.dossier().state() == State.WITHDRAWN
                ? dossiers.create(EarlierAnswers.anew(content), signedIn.caller())
                : dossiers.edit(seen, content, signedIn.caller());
        request.see(CheckPage.address(again.number()));
    }

    /** What was handed over, the newest first. */
    private List<Declaration> handedOver(SignedInRequest signedIn) {
        return dossiers.of(signedIn.caller()).stream()
                .flatMap(kept -> kept.dossier().versions().stream()
                        .filter(version -> version.proof().isPresent())
                        .reduce((first, last) -> last)
                        .stream())
                .map(version -> version.content())
                .toList();
    }

    /** Where what is missing is asked for; the kinds that were ticked stay so. */
    private static String choose(String what, List<String> kinds) {
        return kinds.stream()
                .map(kind -> "&" + kind + "=1")
                .collect(Collectors.joining("", "/mine?choose=" + (what.equals("kind") ? "kind" : "place"), ""));
    }

    private PracticePlaces places(SignedInRequest signedIn) {
        return new PracticePlaces(signedIn.session().professional(), dossiers.selfEmployedModes());
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
