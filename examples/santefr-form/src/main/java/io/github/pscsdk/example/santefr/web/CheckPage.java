package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.form.SummaryLine;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.SeenRevision;
import io.github.pscsdk.example.santefr.store.DossierException;
import io.github.pscsdk.example.santefr.store.DossierException.NoSuchDossierException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code /mine/{number}/check} and {@code hand-over}: all of it once more, and the yes. */
record CheckPage(Dossiers dossiers, InterruptedForms interrupted) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    static String address(String number) {
        return StepPage.address(number, FormStep.CHECK);
    }

    /**
     * {@code /mine/{number}/edit}: to what waits to be sent again, else to the first step with something to correct.
     */
    void resume(PageRequest request) throws NoSuchDossierException {
        var kept = dossiers.find(request.number(), request.caller());
        var content = kept.dossier().latest().content();
        var open =
                SummaryLine.of(dossiers.check(content, request.caller()).findings(), DeclarationForm.fields(content))
                        .stream()
                        .filter(SummaryLine::isError)
                        .map(SummaryLine::step)
                        .sorted()
                        .findFirst()
                        .orElse(FormStep.CHECK);
        var waiting = interrupted.typed(request).stream().findFirst();
        request.see(StepPage.address(
                kept.number(), waiting.map(InterruptedForms.Waiting::step).orElse(open)));
    }

    void show(PageRequest request) throws NoSuchDossierException {
        var kept = dossiers.find(request.number(), request.caller());
        var content = kept.dossier().latest().content();
        var outcome = dossiers.check(content, request.caller());
        interrupted.note(request, kept.number());
        var changes = kept.dossier()
                .published()
                .map(version -> ChangedAnswer.between(version.content(), content, request.language()))
                .orElse(List.of());
        request.show(
                "check",
                Map.of(
                        "changes", changes,
                        "number", kept.number(),
                        "revision", kept.revision(),
                        "declaration", outcome.normalised().orElse(content),
                        "summary", SummaryLine.of(outcome.findings(), DeclarationForm.fields(content)),
                        "mayBeHandedOver", outcome.normalised().isPresent(),
                        "unconfirmed", request.parameter("confirm").isPresent(),
                        // One for each showing: sending the form twice is one hand-over.
                        "key", UUID.randomUUID().toString()));
    }

    /**
     * {@code /mine/{number}/accept}: takes what a finding suggests, from the report of an import, and shows it in the
     * form.
     */
    void accept(PageRequest request) throws EventRefusedException, DossierException {
        var kept = dossiers.find(request.number(), request.caller());
        var content = kept.dossier().latest().content();
        var field = request.form().get("field");
        var accepted = DeclarationForm.accepted(
                content, field, dossiers.check(content, request.caller()).findings());
        dossiers.edit(new SeenRevision(kept.number(), kept.revision()), accepted, request.caller());
        request.see(StepPage.address(kept.number(), DeclarationForm.stepOf(field, content)) + "?checked=1#"
                + HtmlControl.id(field));
    }

    void handOver(PageRequest request) throws EventRefusedException, DossierException {
        var seen = request.seen();
        var key = request.form().get("key");
        if (!KEY.matcher(key).matches()) {
            request.message(403, "message.foreign-form");
            return;
        }
        var receipt = DeclarationPages.address(seen.number()) + "/receipt";
        try {
            switch (dossiers.handOver(seen, request.caller(), key).how()) {
                case NEW -> request.see(receipt);
                case REPEATED -> request.see(receipt + "?again=1");
                case CONFLICT -> request.message(409, "message.replayed");
            }
        } catch (EventRefusedException e) {
            if (e.refusal() != Refusal.HAS_ERRORS) {
                throw e;
            }
            request.see(address(seen.number()));
        }
    }
}
