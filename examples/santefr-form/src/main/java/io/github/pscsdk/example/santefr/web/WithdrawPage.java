package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
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

    void show(PageRequest request, SignedInRequest signedIn) throws NoSuchDossierException {
        var kept = dossiers.find(request.path("number"), signedIn.caller());
        request.show(
                "withdraw",
                "withdraw.title",
                Map.of(
                        "card",
                        DossierCard.of(kept, false, request.language()),
                        "reasons",
                        reasons(request.language()),
                        "unchosen",
                        request.parameter("choose").isPresent(),
                        "csrf",
                        signedIn.token()));
    }

    void withdraw(PageRequest request, SignedInRequest signedIn)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var seen = signedIn.seen(request);
        var given = signedIn.form().get("reason").orElse("");
        var reason = Arrays.stream(WithdrawalReason.values())
                .filter(known -> known.name().equals(given))
                .findFirst();
        if (reason.isEmpty()) {
            request.see(address(seen.number()) + "?choose=reason");
            return;
        }
        var kept = dossiers.withdraw(seen, reason.get(), signedIn.caller());
        request.see(DossierPage.address(kept.number()) + "?notice=withdrawn");
    }

    private static Map<String, String> reasons(Language language) {
        var reasons = new LinkedHashMap<String, String>();
        for (var reason : WithdrawalReason.values()) {
            reasons.put(reason.name(), reason.term().in(language));
        }
        return reasons;
    }
}
