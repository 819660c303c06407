package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.form.CopySheet;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.SummaryLine;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.santefr.dossier.DossierException;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.StoredDossier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * {@code /mine/{number}}: one declaration, all of it once more and the yes, its receipt, what the public sees of it,
 * its versions, and the end.
 */
record DeclarationPages(Dossiers dossiers, InterruptedForms interrupted) {
    private static final Set<String> NOTICES = Set.of("confirmed", "withdrawn");

    static String address(String number) {
        return "/mine/" + number;
    }

    static String checkAddress(String number) {
        return StepPage.address(number, FormStep.CHECK);
    }

    private StoredDossier find(PageRequest request) throws DossierException {
        return dossiers.find(request.number(), request.caller());
    }

    private StoredDossier seen(PageRequest request) throws DossierException {
        return dossiers.seen(request.number(), request.revision(), request.caller());
    }

    /** {@code edit}: to what waits to be sent again, else to the first step with something to correct. */
    void resume(PageRequest request) throws DossierException {
        var content = find(request).content();
        var findings = dossiers.rules().check(content, request.caller()).findings();
        var open = SummaryLine.of(findings, DeclarationForm.fields(content)).stream()
                .filter(SummaryLine::isError)
                .map(SummaryLine::step)
                .sorted()
                .findFirst()
                .orElse(FormStep.CHECK);
        var waiting = interrupted.typed(request).stream().findFirst();
        request.see(StepPage.address(
                request.number(), waiting.map(InterruptedForms.Waiting::step).orElse(open)));
    }

    void check(PageRequest request) throws DossierException {
        var kept = find(request);
        var content = kept.content();
        var outcome = dossiers.rules().check(content, request.caller());
        interrupted.note(request, kept.number());
        var changes = kept.dossier()
                .published()
                .map(version -> ChangedAnswer.between(version.content(), content, request.language()))
                .orElse(List.of());
        request.show(
                "check",
                Map.of(
                        "changes", changes,
                        "kept", kept,
                        "declaration", outcome.normalised().orElse(content),
                        "summary", SummaryLine.of(outcome.findings(), DeclarationForm.fields(content)),
                        "mayBeHandedOver", outcome.normalised().isPresent(),
                        "unconfirmed", request.parameter("confirm").isPresent(),
                        // One for each showing: sending the form twice is one hand-over.
                        "key", UUID.randomUUID().toString()));
    }

    void handOver(PageRequest request) throws EventRefusedException, DossierException {
        var number = request.number();
        var revision = request.revision();
        var key = request.form().get("key");
        var receipt = address(number) + "/receipt";
        try {
            switch (dossiers.handOver(number, revision, request.caller(), key).how()) {
                case NEW -> request.see(receipt);
                case REPEATED -> request.see(receipt + "?again=1");
                case CONFLICT -> request.message(409, "message.replayed");
            }
        } catch (EventRefusedException e) {
            if (e.refusal() != Refusal.HAS_ERRORS) {
                throw e;
            }
            request.see(checkAddress(number));
        }
    }

    void receipt(PageRequest request) throws DossierException {
        var stored = dossiers.last(request.number(), request.caller());
        var isAgain = request.parameter("again").isPresent();
        request.show("receipt", Map.of("receipt", stored.receipt(), "again", isAgain));
    }

    void show(PageRequest request) throws DossierException {
        var kept = find(request);
        var notice = request.parameter("notice").filter(NOTICES::contains).map(known -> "dossier.notice." + known);
        var shown = kept.dossier().published().map(Version::content);
        request.show("dossier", Map.of("kept", kept, "shown", shown, "notice", notice));
    }

    void history(PageRequest request) throws DossierException {
        request.show(
                "history",
                Map.of("number", request.number(), "dossier", find(request).dossier()));
    }

    /** {@code copy}: to be copied into another form by hand. */
    void copy(PageRequest request) throws DossierException {
        var dossier = find(request).dossier();
        var content = dossier.published().orElse(dossier.latest()).content();
        var lines = CopySheet.lines(content, request.language());
        request.show("copy", Map.of("number", request.number(), "lines", lines));
    }

    void confirm(PageRequest request) throws EventRefusedException, DossierException {
        var kept = dossiers.confirm(seen(request), request.caller());
        request.see(address(kept.number()) + "?notice=confirmed");
    }

    void askToWithdraw(PageRequest request) throws DossierException {
        var isUnchosen = request.parameter("choose").isPresent();
        request.show("withdraw", Map.of("kept", find(request), "unchosen", isUnchosen));
    }

    void withdraw(PageRequest request) throws EventRefusedException, DossierException {
        var given = request.form().get("reason");
        var reason = Arrays.stream(WithdrawalReason.values())
                .filter(known -> known.name().equals(given))
                .findFirst();
        if (reason.isEmpty()) {
            request.see(address(request.number()) + "/withdraw?choose=reason");
            return;
        }
        dossiers.withdraw(seen(request), reason.get(), request.caller());
        request.see(address(request.number()) + "?notice=withdrawn");
    }
}
