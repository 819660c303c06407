package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.DirectoryPlaces;
import io.github.pscsdk.example.declaration.form.EarlierAnswers;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.santefr.dossier.DossierException;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /mine}: one's declarations with their state, and the way to a new one. */
record ListPage(Dossiers dossiers) {
    void show(PageRequest request) {
        var unchosen = request.parameter("choose").orElse("");
        var kinds = Stream.of(OfferKind.values())
                .filter(kind -> request.parameter(kind.text()).isPresent())
                .toList();
        var professional = request.session().professional();
        var values = Map.of(
                "dossiers", dossiers.of(request.caller()),
                "professional", professional,
                "places", places(request),
                "rights", dossiers.rights(request.caller()),
                "unchosen", unchosen,
                "kinds", kinds,
                "saved", request.parameter("notice").filter("saved"::equals).isPresent());
        request.show(200, "list", unchosen.isEmpty() ? "/mine" : choose(unchosen, kinds), values);
    }

    /**
     * Begins a draft for the place and the offers that were chosen, filled with what the directory tells of the place
     * and with the answers of the last declaration.
     */
    void begin(PageRequest request) throws EventRefusedException, DossierException {
        var rights = dossiers.rights(request.caller()).kinds();
        var place = place(request);
        var kinds = request.form().all("kind").stream()
                .flatMap(kind -> OfferKind.of(kind).stream())
                .distinct()
                .toList();
        // Before the choice comes the right: who has none reads why.
        if (!rights.isEmpty() && (place.isEmpty() || kinds.isEmpty())) {
            request.see(choose(place.isEmpty() ? "place" : "kind", kinds));
            return;
        }
        var professional = request.session().professional();
        var begun = place.map(chosen -> dossiers.rules().prefilled(DirectoryPlaces.declaration(professional, chosen)))
                .orElseGet(() -> DirectoryPlaces.nowhere(professional));
        var draft = dossiers.create(EarlierAnswers.into(begun, kinds, handedOver(request)), request.caller());
        request.see(StepPage.address(draft.number(), FormStep.PLACE));
    }

    /**
     * {@code /mine/{number}/again}: the same once more, to be handed over at one press; a withdrawn declaration stays
     * so, and a new one begins with what it said.
     */
    void again(PageRequest request) throws EventRefusedException, DossierException {
        var kept = dossiers.seen(request.number(), request.revision(), request.caller());
        var again = kept.isOver()
                ? dossiers.create(
                        EarlierAnswers.anew(kept.dossier().beforeWithdrawal().content()), request.caller())
                : dossiers.again(kept, request.caller());
        request.see(DeclarationPages.checkAddress(again.number()));
    }

    /** The latest that was handed over of each declaration, the newest first. */
    private List<Declaration> handedOver(PageRequest request) {
        return dossiers.of(request.caller()).stream()
                .flatMap(kept -> kept.dossier().versions().stream()
                        .filter(version -> version.proof().isPresent())
                        .reduce((first, last) -> last)
                        .stream())
                .map(Version::content)
                .toList();
    }

    /** Where what is missing is asked for; the kinds that were ticked stay so. */
    private static String choose(String what, List<OfferKind> kinds) {
        return kinds.stream()
                .map(kind -> "&" + kind.text() + "=1")
                .collect(Collectors.joining("", "/mine?choose=" + (what.equals("kind") ? "kind" : "place"), ""));
    }

    /** Where the professional practises self-employed, each place once. */
    private List<Workplace> places(PageRequest request) {
        var modes = dossiers.rules().eligibility().modes();
        return request.session().professional().practices().stream()
                .flatMap(practice -> practice.workplaces().stream())
                .filter(place ->
                        place.mode().filter(mode -> modes.contains(mode.code())).isPresent())
                .distinct()
                .toList();
    }

    private Optional<Workplace> place(PageRequest request) {
        var index = request.form().get("place");
        return index.matches("\\d{1,4}")
                ? places(request).stream().skip(Integer.parseInt(index)).findFirst()
                : Optional.empty();
    }
}
