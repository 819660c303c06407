package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.dossier.SeenRevision;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.DossierStore.StoreException;
import io.github.pscsdk.example.santefr.store.StoredDossier;
import io.github.pscsdk.example.santefr.web.InterruptedForms.Waiting;
import io.github.pscsdk.example.santefr.web.form.DeclarationEditor;
import io.github.pscsdk.example.santefr.web.form.DeclarationForm;
import io.github.pscsdk.example.santefr.web.form.Difference;
import io.github.pscsdk.example.santefr.web.form.OfferEditor;
import io.github.pscsdk.example.santefr.web.view.RightsCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /mine/{number}/edit}: the form. Each of its buttons keeps what was typed as a draft first, whatever it is; rules judge afterwards. */
final class EditPage {
    private static final Pattern ON_AN_OFFER = Pattern.compile("(remove|lay-out)-(\\d{1,3})");

    private static final String ACCEPT = "accept-";

    private static final Logger LOG = LoggerFactory.getLogger(EditPage.class);

    private final Dossiers dossiers;
    private final InterruptedForms interrupted;

    EditPage(Dossiers dossiers, InterruptedForms interrupted) {
        this.dossiers = dossiers;
        this.interrupted = interrupted;
    }

    static String address(String number) {
        return DossierPage.address(number) + "/edit";
    }

    void show(PageRequest request, SignedInRequest signedIn) throws NoSuchDossierException {
        var kept = dossiers.find(request.path("number"), signedIn.caller());
        for (var typed : interrupted.typed(kept.number(), signedIn)) {
            if (showTyped(request, signedIn, kept, typed)) {
                return;
            }
            interrupted.forget(signedIn, typed);
        }
        var checked = request.parameter("checked").isPresent();
        show(request, signedIn, 200, kept, kept.dossier().latest().content(), checked, Shown.AS_SAVED);
    }

    /**
     * Shows what was typed in the fields, and beside it what is saved where that was changed meanwhile: both are there, the person chooses.
     * False where there is nothing to choose.
     */
    private boolean showTyped(PageRequest request, SignedInRequest signedIn, StoredDossier kept, Waiting typed) {
        var saved = kept.dossier().latest().content();
        var restored = DeclarationEditor.edit(saved, typed.fields()::all);
        var others = Difference.between(form(kept, restored, request), form(kept, saved, request), request.language());
        var shown = isOf(kept, typed.fields())
                ? new Shown(Optional.of("edit.restored"), typed.name(), List.of())
                : new Shown(Optional.of("edit.other"), typed.name(), others);
        if (!others.isEmpty()) {
            show(request, signedIn, 200, kept, restored, true, shown);
        }
        return !others.isEmpty();
    }

    private static DeclarationForm form(StoredDossier kept, Declaration content, PageRequest request) {
        return DeclarationForm.of(content, isFixed(kept), List.of(), request.language());
    }

    void receive(PageRequest request, SignedInRequest signedIn)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var seen = signedIn.seen(request);
        var action = signedIn.form().get("action").orElse("save");
        if (action.equals("discard")) {
            interrupted.forget(seen.number(), signedIn);
            request.see(address(seen.number()));
            return;
        }
        if (action.equals("language") && interrupted.keepAgain(seen.number(), signedIn)) {
            request.see(address(seen.number()));
            return;
        }
        try {
            receive(request, signedIn, seen, action);
        } catch (StaleRevisionException e) {
            if (!interrupted.keepOlder(seen.number(), signedIn)) {
                throw e;
            }
            request.see(address(seen.number()));
        }
    }

    private void receive(PageRequest request, SignedInRequest signedIn, SeenRevision seen, String action)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var kept = dossiers.seen(seen, signedIn.caller());
        var edited = DeclarationEditor.edit(kept.dossier().latest().content(), signedIn.form()::all);
        try {
            var saved = dossiers.edit(seen, changed(edited, action, signedIn), signedIn.caller());
            interrupted.forget(seen.number(), signedIn);
            request.see(next(request, saved, action, signedIn));
        } catch (StoreException e) {
            LOG.error("a draft could not be kept: {}", e.getMessage());
            var waiting = signedIn.form().get(Waiting.FIELD).orElse("");
            show(
                    request,
                    signedIn,
                    503,
                    kept,
                    edited,
                    true,
                    new Shown(Optional.of("edit.not-kept"), waiting, List.of()));
        }
    }

    /**
     * What a page shows besides the fields.
     *
     * @param notice the key of what is told first
     * @param waiting the name of what was typed earlier and stands in the fields; blank for nothing
     * @param saved where the draft has something else
     */
    private record Shown(Optional<String> notice, String waiting, List<Difference> saved) {
        static final Shown AS_SAVED = new Shown(Optional.empty(), "", List.of());
    }

    /** Whether it was typed upon the draft as it is. */
    private static boolean isOf(StoredDossier kept, FormFields typed) {
        return typed.get("revision")
                .filter(String.valueOf(kept.revision())::equals)
                .isPresent();
    }

    /** Takes what a finding suggests, from the report of an import, and shows it in the form. */
    void accept(PageRequest request, SignedInRequest signedIn)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var kept = dossiers.find(request.path("number"), signedIn.caller());
        var field = signedIn.form().get("field").orElse("");
        var accepted = accepted(kept.dossier().latest().content(), field, signedIn);
        dossiers.edit(new SeenRevision(kept.number(), kept.revision()), accepted, signedIn.caller());
        request.see(address(kept.number()) + "?checked=1#" + DeclarationForm.anchor(field));
    }

    private Declaration accepted(Declaration declaration, String field, SignedInRequest signedIn) {
        return dossiers.findings(declaration, signedIn.caller()).stream()
                .filter(finding -> finding.field().equals(field))
                .flatMap(finding -> finding.suggestion().stream())
                .findFirst()
                .map(suggestion -> OfferEditor.accepted(declaration, field, suggestion))
                .orElse(declaration);
    }

    private Declaration changed(Declaration declaration, String action, SignedInRequest signedIn) {
        if (action.startsWith(ACCEPT)) {
            return accepted(declaration, action.substring(ACCEPT.length()), signedIn);
        }
        var onOffer = ON_AN_OFFER.matcher(action);
        if (onOffer.matches()
                && Integer.parseInt(onOffer.group(2)) < declaration.offers().size()) {
            var index = Integer.parseInt(onOffer.group(2));
            return onOffer.group(1).equals("remove")
                    ? OfferEditor.without(declaration, index)
                    : OfferEditor.laidOut(declaration, index);
        }
        return switch (action) {
            case "add-testing" -> OfferEditor.with(declaration, OfferKind.TESTING);
            case "add-vaccination" -> OfferEditor.with(declaration, OfferKind.VACCINATION);
            default -> declaration;
        };
    }

    private String next(PageRequest request, StoredDossier saved, String action, SignedInRequest signedIn) {
        var content = saved.dossier().latest().content();
        if (action.equals("continue")
                && dossiers.check(content, signedIn.caller()).normalised().isPresent()) {
            return HandOverPage.preview(saved.number());
        }
        if (action.equals("language")) {
            return address(saved.number())
                    + request.parameter("checked").map(checked -> "?checked=1").orElse("");
        }
        if (action.startsWith("add-")) {
            return address(saved.number()) + "#offer-" + (content.offers().size() - 1);
        }
        if (action.startsWith(ACCEPT)) {
            return address(saved.number()) + "?checked=1#" + DeclarationForm.anchor(action.substring(ACCEPT.length()));
        }
        var onOffer = ON_AN_OFFER.matcher(action);
        return address(saved.number()) + "?checked=1"
                + (onOffer.matches() && action.startsWith("lay-out") ? "#offers-" + onOffer.group(2) + "-hours" : "");
    }

    /** What the public has seen keeps its place. */
    private static boolean isFixed(StoredDossier kept) {
        return kept.dossier().published().isPresent();
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
        request.showForm(
                status,
                "edit",
                "edit.title",
                address(kept.number()) + (checked ? "?checked=1" : ""),
                Map.of(
                        "number", kept.number(),
                        "revision", kept.revision(),
                        "form", DeclarationForm.of(content, isFixed(kept), findings, request.language()),
                        "checked", checked,
                        "notice", shown.notice(),
                        "waiting", shown.waiting(),
                        "saved", shown.saved(),
                        "rights", RightsCard.of(dossiers.rights(signedIn.caller()), request.language()),
                        "csrf", signedIn.token()));
    }
}
