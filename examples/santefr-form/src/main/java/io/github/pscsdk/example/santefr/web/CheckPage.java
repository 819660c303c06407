package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.HandOvers;
import io.github.pscsdk.example.santefr.dossier.HandOvers.Result;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.dossier.SeenRevision;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
import io.github.pscsdk.example.santefr.web.form.StepForm;
import io.github.pscsdk.example.santefr.web.view.ChangedAnswer;
import io.github.pscsdk.example.santefr.web.view.DeclarationSheet;
import io.github.pscsdk.example.santefr.web.view.ReceiptCard;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code /mine/{number}/check}, {@code hand-over} and {@code receipt}: all of it once more, the yes, and the proof. */
final class CheckPage {
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    private final Dossiers dossiers;
    private final HandOvers handOvers;
    private final InterruptedForms interrupted;

    CheckPage(Dossiers dossiers, InterruptedForms interrupted) {
        this.interrupted = interrupted;
        this.dossiers = dossiers;
        this.handOvers = dossiers.handOvers();
    }

    static String address(String number) {
        return StepPage.address(number, FormStep.CHECK);
    }

    private static String receipt(String number) {
        return DossierPage.address(number) + "/receipt";
    }

    /** {@code /mine/{number}/edit}: to what waits to be sent again, else to the first step with something to correct. */
    void resume(PageRequest request, SignedInRequest signedIn) throws NoSuchDossierException {
        var kept = dossiers.find(request.path("number"), signedIn.caller());
        var waiting = interrupted.typed(kept.number(), signedIn);
        var content = kept.dossier().latest().content();
        var open = StepForm.summary(content, dossiers.findings(content, signedIn.caller()), request.language()).stream()
                .filter(entry -> entry.note().look().equals("error"))
                .map(StepForm.Entry::step)
                .findFirst()
                .orElse(FormStep.CHECK);
        request.see(StepPage.address(
                kept.number(), waiting.isEmpty() ? open : waiting.get(0).step()));
    }

    void show(PageRequest request, SignedInRequest signedIn) throws NoSuchDossierException {
        var kept = dossiers.find(request.path("number"), signedIn.caller());
        var content = kept.dossier().latest().content();
        var outcome = dossiers.check(content, signedIn.caller());
        interrupted.note(kept.number(), signedIn);
        var changes = kept.dossier()
                .published()
                .map(version -> ChangedAnswer.between(version.content(), content, request.language()))
                .orElse(List.of());
        request.show(
                "check",
                "check.title",
                Map.of(
                        "changes", changes,
                        "number", kept.number(),
                        "revision", kept.revision(),
                        "sheet", DeclarationSheet.of(outcome.normalised().orElse(content), request.language()),
                        "summary", StepForm.summary(content, outcome.findings(), request.language()),
                        "mayBeHandedOver", outcome.normalised().isPresent(),
                        "unconfirmed", request.parameter("confirm").isPresent(),
                        // One for each showing: sending the form twice is one hand-over.
                        "key", UUID.randomUUID().toString(),
                        "csrf", signedIn.token()));
    }

    /** {@code /mine/{number}/accept}: takes what a finding suggests, from the report of an import, and shows it in the form. */
    void accept(PageRequest request, SignedInRequest signedIn)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var kept = dossiers.find(request.path("number"), signedIn.caller());
        var content = kept.dossier().latest().content();
        var field = signedIn.form().get("field").orElse("");
        var accepted = DeclarationForm.accepted(content, field, dossiers.findings(content, signedIn.caller()));
        dossiers.edit(new SeenRevision(kept.number(), kept.revision()), accepted, signedIn.caller());
        request.see(StepPage.address(kept.number(), DeclarationForm.stepOf(field, content)) + "?checked=1#"
                + HtmlControl.id(field));
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
            answer(request, handOvers.handOver(seen, signedIn.caller(), key, true));
        } catch (EventRefusedException e) {
            if (e.refusal() != Refusal.HAS_ERRORS) {
                throw e;
            }
            request.see(address(seen.number()));
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
}
