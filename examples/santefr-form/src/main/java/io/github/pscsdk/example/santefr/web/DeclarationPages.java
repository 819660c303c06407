package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.form.CopySheet;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.store.DossierException;
import io.github.pscsdk.example.santefr.store.DossierException.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** {@code /mine/{number}}: one declaration, what the public sees of it, its versions, its receipt, and the end. */
record DeclarationPages(Dossiers dossiers) {
    private static final Set<String> NOTICES = Set.of("confirmed", "withdrawn");

    static String address(String number) {
        return "/mine/" + number;
    }

    private StoredDossier find(PageRequest request) throws NoSuchDossierException {
        return dossiers.find(request.number(), request.caller());
    }

    void show(PageRequest request) throws NoSuchDossierException {
        var kept = find(request);
        var notice = request.parameter("notice").filter(NOTICES::contains).map(known -> "dossier.notice." + known);
        var card = new DossierCard(kept, dossiers.asksForConfirmation(kept));
        var shown = kept.dossier().published().map(Version::content);
        request.show("dossier", Map.of("card", card, "shown", shown, "notice", notice));
    }

    void history(PageRequest request) throws NoSuchDossierException {
        var kept = find(request);
        request.show("history", Map.of("number", kept.number(), "dossier", kept.dossier()));
    }

    /** {@code copy}: to be copied into another form by hand. */
    void copy(PageRequest request) throws NoSuchDossierException {
        var kept = find(request);
        var content = kept.dossier().published().orElse(kept.dossier().latest()).content();
        var lines = CopySheet.shipped().lines(content, request.language());
        request.show("copy", Map.of("number", kept.number(), "lines", lines));
    }

    void receipt(PageRequest request) throws NoSuchDossierException {
        var stored = dossiers.last(request.number(), request.caller());
        var isAgain = request.parameter("again").isPresent();
        request.show("receipt", Map.of("receipt", stored.receipt(), "again", isAgain));
    }

    void confirm(PageRequest request) throws EventRefusedException, DossierException {
        var kept = dossiers.confirm(request.seen(), request.caller());
        request.see(address(kept.number()) + "?notice=confirmed");
    }

    void askToWithdraw(PageRequest request) throws NoSuchDossierException {
        var isUnchosen = request.parameter("choose").isPresent();
        request.show("withdraw", Map.of("card", new DossierCard(find(request), false), "unchosen", isUnchosen));
    }

    void withdraw(PageRequest request) throws EventRefusedException, DossierException {
        var seen = request.seen();
        var given = request.form().get("reason");
        var reason = Arrays.stream(WithdrawalReason.values())
                .filter(known -> known.name().equals(given))
                .findFirst();
        if (reason.isEmpty()) {
            request.see(address(seen.number()) + "/withdraw?choose=reason");
            return;
        }
        var kept = dossiers.withdraw(seen, reason.get(), request.caller());
        request.see(address(kept.number()) + "?notice=withdrawn");
    }
}
