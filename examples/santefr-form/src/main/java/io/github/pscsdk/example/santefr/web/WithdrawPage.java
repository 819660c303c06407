package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.WithdrawalReason;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import io.github.pscsdk.example.santefr.web.view.DossierCard;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /mine/{number}/withdraw}: why, and the end. */
final class WithdrawPage {
    private final Dossiers dossiers;

    WithdrawPage(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    private static String address(String number) {
        return DossierPage.address(number) + "/withdraw";
    }

    void show(PageRequest visit, SignedInRequest guest) throws NoSuchDossierException {
        var kept = dossiers.find(visit.path("number"), guest.caller());
        visit.show(
                "withdraw",
                "withdraw.title",
                Map.of(
                        "card",
                        DossierCard.of(kept, false, visit.language()),
                        "reasons",
                        reasons(visit.language()),
                        "unchosen",
                        visit.parameter("choose").isPresent(),
                        "csrf",
                        guest.token()));
    }

    void withdraw(PageRequest visit, SignedInRequest guest)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var seen = guest.seen(visit);
        var given = guest.form().get("reason").orElse("");
        var reason = Arrays.stream(WithdrawalReason.values())
                .filter(known -> known.name().equals(given))
                .findFirst();
        if (reason.isEmpty()) {
            visit.see(address(seen.number()) + "?choose=reason");
            return;
        }
        var kept = dossiers.withdraw(seen, reason.get(), guest.caller());
        visit.see(DossierPage.address(kept.number()) + "?notice=withdrawn");
    }

    private static Map<String, String> reasons(Language language) {
        var reasons = new LinkedHashMap<String, String>();
        for (var reason : WithdrawalReason.values()) {
            reasons.put(reason.name(), language == Language.FRENCH ? reason.french() : reason.english());
        }
        return reasons;
    }
}
