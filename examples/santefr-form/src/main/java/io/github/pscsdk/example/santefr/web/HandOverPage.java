package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Refusal;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.HandOvers;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.SaveResult;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import io.github.pscsdk.example.santefr.web.view.PublicSheet;
import io.github.pscsdk.example.santefr.web.view.ReceiptCard;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code /mine/{number}/preview}, {@code hand-over} and {@code receipt}: what the public will see, the yes, and the proof. */
final class HandOverPage {
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    private final Dossiers dossiers;
    private final HandOvers handOvers;
    private final Interruptions interruptions;

    HandOverPage(Dossiers dossiers, Interruptions interruptions) {
        this.interruptions = interruptions;
        this.dossiers = dossiers;
        this.handOvers = dossiers.handOvers();
    }

    static String preview(String number) {
        return DossierPage.address(number) + "/preview";
    }

    private static String receipt(String number) {
        return DossierPage.address(number) + "/receipt";
    }

    void preview(PageRequest visit, SignedInRequest guest) throws NoSuchDossierException {
        var kept = dossiers.find(visit.path("number"), guest.caller());
        var content = dossiers.check(kept.dossier().latest().content(), guest.caller())
                .normalised();
        if (content.isEmpty()) {
            visit.see(EditPage.address(kept.number()) + "?checked=1");
            return;
        }
        interruptions.note(kept.number(), guest);
        visit.show(
                "preview",
                "preview.title",
                Map.of(
                        "number", kept.number(),
                        "revision", kept.revision(),
                        "sheet", PublicSheet.of(content.get(), visit.language()),
                        "unconfirmed", visit.parameter("confirm").isPresent(),
                        // One for each showing: sending the form twice is one hand-over.
                        "key", UUID.randomUUID().toString(),
                        "csrf", guest.token()));
    }

    void handOver(PageRequest visit, SignedInRequest guest)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var seen = guest.seen(visit);
        var key = guest.form().get("key").orElse("");
        if (!KEY.matcher(key).matches()) {
            visit.message(403, "message.foreign-form");
            return;
        }
        try {
            var confirmed = guest.form().get("confirmed").isPresent();
            answer(visit, handOvers.handOver(seen, guest.caller(), key, confirmed));
        } catch (EventRefusedException e) {
            askAgain(visit, seen.number(), e);
        }
    }

    void receipt(PageRequest visit, SignedInRequest guest) throws NoSuchDossierException {
        var stored = handOvers.last(visit.path("number"), guest.caller());
        visit.show(
                "receipt",
                "receipt.title",
                Map.of(
                        "receipt", ReceiptCard.of(stored.receipt(), visit.language()),
                        "again", visit.parameter("again").isPresent()));
    }

    private static void answer(PageRequest visit, SaveResult kept) {
        var number = kept.stored().receipt().number();
        switch (kept.how()) {
            case NEW -> visit.see(receipt(number));
            case REPEATED -> visit.see(receipt(number) + "?again=1");
            case CONFLICT -> visit.message(409, "message.replayed");
        }
    }

    private static void askAgain(PageRequest visit, String number, EventRefusedException e)
            throws EventRefusedException {
        if (e.refusal() == Refusal.NOT_CONFIRMED) {
            visit.see(preview(number) + "?confirm=needed");
        } else if (e.refusal() == Refusal.HAS_ERRORS) {
            visit.see(EditPage.address(number) + "?checked=1");
        } else {
            throw e;
        }
    }
}
