package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.form.OfferAction;
import io.github.pscsdk.example.declaration.form.PublicText;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.dossier.SeenRevision;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.DossierStore.StoreException;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import io.github.pscsdk.example.santefr.web.InterruptedForms.Waiting;
import io.github.pscsdk.example.santefr.web.form.StepForm;
import io.github.pscsdk.example.santefr.web.form.SubmittedStep;
import io.github.pscsdk.example.santefr.web.view.ChangedAnswer;
import io.github.pscsdk.example.santefr.web.view.RightsCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /mine/{number}/{step}}: the fields of one step. Each of its buttons keeps what was typed as a draft first, whatever it is;
 * rules judge afterwards.
 */
final class StepPage {
    private static final String ACCEPT = "accept-";

    private static final Logger LOG = LoggerFactory.getLogger(StepPage.class);

    private final FormStep step;
    private final Dossiers dossiers;
    private final InterruptedForms interrupted;

    StepPage(FormStep step, Dossiers dossiers, InterruptedForms interrupted) {
        this.step = step;
        this.dossiers = dossiers;
        this.interrupted = interrupted;
    }

    static String address(String number, FormStep step) {
        return DossierPage.address(number) + "/" + step.code();
    }

    void show(PageRequest request, SignedInRequest signedIn) throws NoSuchDossierException {
        var kept = dossiers.find(request.path("number"), signedIn.caller());
        var saved = kept.dossier().latest().content();
        for (var typed : interrupted.typed(kept.number(), signedIn)) {
            if (typed.step() == step) {
                var differences = typed.typed().changes(saved, request.language());
                if (!differences.isEmpty()) {
                    var notice = typed.typed().isUpon(saved) ? "edit.restored" : "edit.other";
                    var shown = new Shown(
                            Optional.of(notice), typed.name(), notice.equals("edit.other") ? differences : List.of());
                    show(request, signedIn, 200, kept, typed.typed().in(saved), true, shown);
                    return;
                }
                interrupted.forget(signedIn, typed);
            }
        }
        show(request, signedIn, 200, kept, saved, request.parameter("checked").isPresent(), Shown.AS_SAVED);
    }

    void receive(PageRequest request, SignedInRequest signedIn)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var seen = signedIn.seen(request);
        var action = signedIn.form().get("action").orElse("save");
        if (action.equals("discard")) {
            interrupted.forget(seen.number(), signedIn);
            request.see(address(seen.number(), step));
            return;
        }
        if (action.equals("said")) {
            var kept = dossiers.find(seen.number(), signedIn.caller());
            var typed = new SubmittedStep(step, signedIn.form()::all)
                    .in(kept.dossier().latest().content());
            request.fragment("said", Map.of("text", PublicText.of(typed, request.language())));
            return;
        }
        if (action.equals("renew") && interrupted.keepOlder(seen.number(), signedIn)) {
            // Back here, with what was typed.
            request.see("/login");
            return;
        }
        if (action.equals("language") && interrupted.keepAgain(seen.number(), signedIn)) {
            request.see(address(seen.number(), step));
            return;
        }
        try {
            receive(request, signedIn, upon(seen, signedIn), action);
        } catch (StaleRevisionException e) {
            if (!interrupted.keepOlder(seen.number(), signedIn)) {
                throw e;
            }
            request.see(address(seen.number(), step));
        }
    }

    /** The revision that the form is written upon: the present one, too, where only other steps were changed since. */
    private SeenRevision upon(SeenRevision seen, SignedInRequest signedIn) throws NoSuchDossierException {
        var kept = dossiers.find(seen.number(), signedIn.caller());
        var isUpon = new SubmittedStep(step, signedIn.form()::all)
                .isUpon(kept.dossier().latest().content());
        return isUpon ? new SeenRevision(kept.number(), kept.revision()) : seen;
    }

    private void receive(PageRequest request, SignedInRequest signedIn, SeenRevision seen, String action)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var kept = dossiers.seen(seen, signedIn.caller());
        var edited = new SubmittedStep(step, signedIn.form()::all)
                .in(kept.dossier().latest().content());
        try {
            var saved = dossiers.edit(seen, changed(edited, action, signedIn), signedIn.caller());
            interrupted.forget(seen.number(), signedIn);
            request.see(next(request, saved, action, signedIn));
        } catch (StoreException e) {
            LOG.error("a draft could not be kept: {}", e.getMessage());
            var waiting = signedIn.form().get(Waiting.FIELD).orElse("");
            var shown = new Shown(Optional.of("edit.not-kept"), waiting, List.of());
            show(request, signedIn, 503, kept, edited, true, shown);
        }
    }

    private Declaration changed(Declaration declaration, String action, SignedInRequest signedIn) {
        if (action.startsWith(ACCEPT)) {
            var findings = dossiers.findings(declaration, signedIn.caller());
            return DeclarationForm.accepted(declaration, action.substring(ACCEPT.length()), findings);
        }
        return switch (action) {
            case "add-testing" -> declaration.with(declaration.offers().size(), Offer.blank(OfferKind.TESTING));
            case "add-vaccination" -> declaration.with(declaration.offers().size(), Offer.blank(OfferKind.VACCINATION));
            default ->
                OfferAction.of(action).map(pressed -> pressed.in(declaration)).orElse(declaration);
        };
    }

    private String next(PageRequest request, StoredDossier saved, String action, SignedInRequest signedIn) {
        var waiting = interrupted.typed(saved.number(), signedIn);
        if (!waiting.isEmpty()) {
            return address(saved.number(), waiting.get(0).step());
        }
        var pressed = OfferAction.of(action);
        if (pressed.isPresent()) {
            return address(saved.number(), step) + "#" + pressed.get().anchor();
        }
        if (action.startsWith(ACCEPT)) {
            return address(saved.number(), step) + "?checked=1#" + HtmlControl.id(action.substring(ACCEPT.length()));
        }
        return switch (action) {
            case "next" ->
                hasErrors(saved, signedIn)
                        ? address(saved.number(), step) + "?checked=1"
                        : address(saved.number(), step.next());
            case "back" -> address(saved.number(), step.previous().orElse(step));
            case "save" -> "/mine?notice=saved";
            default ->
                address(saved.number(), step) + (request.parameter("checked").isPresent() ? "?checked=1" : "");
        };
    }

    private boolean hasErrors(StoredDossier kept, SignedInRequest signedIn) {
        var content = kept.dossier().latest().content();
        return dossiers.findings(content, signedIn.caller()).stream()
                .filter(finding -> finding.severity() == Finding.Severity.E)
                .anyMatch(finding -> DeclarationForm.stepOf(finding.field(), content) == step);
    }

    /**
     * What a page shows besides the fields.
     *
     * @param notice the key of what is told first
     * @param waiting the name of what was typed earlier and stands in the fields; blank for nothing
     * @param saved where the draft has something else
     */
    private record Shown(Optional<String> notice, String waiting, List<ChangedAnswer> saved) {
        static final Shown AS_SAVED = new Shown(Optional.empty(), "", List.of());
    }

    private void show(
            PageRequest request,
            SignedInRequest signedIn,
            int status,
            StoredDossier kept,
            Declaration content,
            boolean checked,
            Shown shown) {
        interrupted.note(kept.number(), signedIn);
        var findings = checked ? dossiers.findings(content, signedIn.caller()) : List.<Finding>of();
        // What the public has seen keeps its place.
        var fixed = kept.dossier().published().isPresent();
        var values = new HashMap<String, Object>();
        values.put("number", kept.number());
        values.put("revision", kept.revision());
        values.put("kinds", SubmittedStep.kinds(content));
        values.put("mark", SubmittedStep.mark(step, kept.dossier().latest().content()));
        values.put("form", StepForm.of(step, content, fixed, findings, request.language()));
        values.put("publicText", PublicText.of(content, request.language()));
        values.put("notice", shown.notice());
        values.put("waiting", shown.waiting());
        values.put("saved", shown.saved());
        values.put("rights", RightsCard.of(dossiers.rights(signedIn.caller()), request.language()));
        values.put("csrf", signedIn.token());
        request.showForm(
                status, "step", "edit.title", address(kept.number(), step) + (checked ? "?checked=1" : ""), values);
    }
}
