package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.HandOvers;
import io.github.pscsdk.example.santefr.dossier.HandOvers.Result;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
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
    private final InterruptedForms interrupted;

    HandOverPage(Dossiers dossiers, InterruptedForms interrupted) {
        this.interrupted = interrupted;
        this.dossiers = dossiers;
        this.handOvers = dossiers.handOvers();
    }

    static String preview(String number) {
        return DossierPage.address(number) + "/preview";
    }

    private static String receipt(String number) {
        return DossierPage.address(number) + "/receipt";
    }

    void preview(PageRequest request, SignedInRequest signedIn) throws NoSuchDossierException {
        var kept = dossiers.find(request.path("number"), signedIn.caller());
        var content = dossiers.check(kept.dossier().latest().content(), signedIn.caller())
                .normalised();
        if (content.isEmpty()) {
            request.see(EditPage.address(kept.number()) + "?checked=1");
            return;
        }
        interrupted.note(kept.number(), signedIn);
        request.show(
                "preview",
                "preview.title",
                Map.of(
                        "number", kept.number(),
                        "revision", kept.revision(),
                        "sheet", PublicSheet.of(content.get(), request.language()),
                        "unconfirmed", request.parameter("confirm").isPresent(),
                        // One for each showing: sending the form twice is one hand-over.
                        "key", UUID.randomUUID().toString(),
                        "csrf", signedIn.token()));
    }

    void handOver(PageRequest request, SignedInRequest signedIn)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var seen = signedIn.seen(request);
        var key = signedIn.form().get("key").orElse("");
        if (!KEY.matcher(key).matches()) {
            request.message(403, "message.foreign-form");
            return;
        }
        try {
            var confirmed = signedIn.form().get("confirmed").isPresent();
            answer(request, handOvers.handOver(seen, signedIn.caller(), key, confirmed));
        } catch (EventRefusedException e) {
            askAgain(request, seen.number(), e);
        }
    }

    void receipt(PageRequest request, SignedInRequest signedIn) throws NoSuchDossierException {
        var stored = handOvers.last(request.path("number"), signedIn.caller());
        request.show(
                "receipt",
                "receipt.title",
                Map.of(
                        "receipt", ReceiptCard.of(stored.receipt(), request.language()),
                        "again", request.parameter("again").isPresent()));
    }

    private static void answer(PageRequest request, Result kept) {
        var number = kept.stored().receipt().number();
        switch (kept.how()) {
            case NEW -> request.see(receipt(number));
            case REPEATED -> request.see(receipt(number) + "?again=1");
            case CONFLICT -> request.message(409, "message.replayed");
        }
    }

    private static void askAgain(PageRequest request, String number, EventRefusedException e)
            throws EventRefusedException {
        if (e.refusal() == Refusal.NOT_CONFIRMED) {
            request.see(preview(number) + "?confirm=needed");
        } else if (e.refusal() == Refusal.HAS_ERRORS) {
            request.see(EditPage.address(number) + "?checked=1");
        } else {
            throw e;
        }
    }
}
