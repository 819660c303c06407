package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import io.github.pscsdk.example.santefr.web.view.DossierCard;
import io.github.pscsdk.example.santefr.web.view.PublicSheet;
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

    void show(PageRequest visit, SignedInRequest guest) throws NoSuchDossierException {
        var language = visit.language();
        var kept = dossiers.find(visit.path("number"), guest.caller());
        var sheet = kept.dossier().published().map(version -> PublicSheet.of(version.content(), language));
        var notice = visit.parameter("notice").filter(NOTICES::contains).map(known -> "dossier.notice." + known);
        visit.show(
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
                        guest.token()));
    }

    /** {@code /mine/{number}/history}. */
    void history(PageRequest visit, SignedInRequest guest) throws NoSuchDossierException {
        var kept = dossiers.find(visit.path("number"), guest.caller());
        visit.show(
                "history",
                "history.title",
                Map.of(
                        "number",
                        kept.number(),
                        "versions",
                        kept.dossier().versions().stream()
                                .map(version -> VersionCard.of(version, visit.language()))
                                .toList()));
    }

    void confirm(PageRequest visit, SignedInRequest guest)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var kept = dossiers.confirm(guest.seen(visit), guest.caller());
        visit.see(address(kept.number()) + "?notice=confirmed");
    }
}
