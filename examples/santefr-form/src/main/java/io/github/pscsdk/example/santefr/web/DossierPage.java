package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.form.CopySheet;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
import io.github.pscsdk.example.santefr.web.view.DeclarationSheet;
import io.github.pscsdk.example.santefr.web.view.DossierCard;
import io.github.pscsdk.example.santefr.web.view.VersionCard;
import java.util.Map;
import java.util.Set;

/** {@code /mine/{number}}: one declaration, what the public sees of it, what can be done with it, and its versions. */
final class DossierPage {
    private static final Set<String> NOTICES = Set.of("confirmed", "withdrawn");

    private final Dossiers dossiers;

    DossierPage(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    static String address(String number) {
        return "/mine/" + number;
    }

    void show(PageRequest request, SignedInRequest signedIn) throws NoSuchDossierException {
        var language = request.language();
        var kept = dossiers.find(request.path("number"), signedIn.caller());
        var sheet = kept.dossier().published().map(version -> DeclarationSheet.of(version.content(), language));
        var notice = request.parameter("notice").filter(NOTICES::contains).map(known -> "dossier.notice." + known);
        request.show(
                "dossier",
                "dossier.title",
                Map.of(
                        "card",
                        DossierCard.of(kept, dossiers.asksForConfirmation(kept), language),
                        "sheet",
                        sheet,
                        "notice",
                        notice,
                        "csrf",
                        signedIn.token()));
    }

    /** {@code /mine/{number}/history}. */
    void history(PageRequest request, SignedInRequest signedIn) throws NoSuchDossierException {
        var kept = dossiers.find(request.path("number"), signedIn.caller());
        request.show(
                "history",
                "history.title",
                Map.of(
                        "number",
                        kept.number(),
                        "inForce",
                        kept.dossier()
                                .published()
                                .map(version -> version.number())
                                .orElse(0),
                        "versions",
                        kept.dossier().versions().stream()
                                .map(version -> VersionCard.of(version, request.language()))
                                .toList()));
    }

    /** {@code /mine/{number}/copy}: to be copied into another form by hand. */
    void copy(PageRequest request, SignedInRequest signedIn) throws NoSuchDossierException {
        var kept = dossiers.find(request.path("number"), signedIn.caller());
        var content = kept.dossier().published().orElse(kept.dossier().latest()).content();
        request.show(
                "copy",
                "copy.title",
                Map.of("number", kept.number(), "lines", CopySheet.shipped().lines(content, request.language())));
    }

    void confirm(PageRequest request, SignedInRequest signedIn)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var kept = dossiers.confirm(signedIn.seen(request), signedIn.caller());
        request.see(address(kept.number()) + "?notice=confirmed");
    }
}
