package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.KeptDossier;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import io.github.pscsdk.example.santefr.web.form.DeclarationEditor;
import io.github.pscsdk.example.santefr.web.form.DeclarationForm;
import io.github.pscsdk.example.santefr.web.form.Edited;
import io.github.pscsdk.example.santefr.web.form.Offers;
import io.github.pscsdk.example.santefr.web.view.RightsCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /mine/{number}/edit}: the form. Each of its buttons keeps what was typed as a draft first. */
final class EditPage {
    private static final Pattern ON_AN_OFFER = Pattern.compile("(remove|lay-out)-(\\d{1,3})");

    private final Dossiers dossiers;
    private final Interruptions interruptions;

    EditPage(Dossiers dossiers, Interruptions interruptions) {
        this.dossiers = dossiers;
        this.interruptions = interruptions;
    }

    static String address(String number) {
        return DossierPage.address(number) + "/edit";
    }

    void show(PageRequest visit, SignedInRequest guest) throws NoSuchDossierException {
        var kept = dossiers.find(visit.path("number"), guest.caller());
        var content = kept.dossier().latest().content();
        var typed = interruptions.typed(visit.path("number"), guest);
        if (typed.isPresent() && isOf(kept, typed.get())) {
            showAgain(visit, guest, 200, kept, DeclarationEditor.edit(content, typed.get()::all), "edit.restored");
            return;
        }
        // What was typed upon another revision is of no more use.
        typed.ifPresent(stale -> interruptions.forget(guest.session()));
        var checked = visit.parameter("checked").isPresent();
        var findings = checked ? dossiers.findings(content, guest.caller()) : List.<Finding>of();
        var form = DeclarationForm.of(content, isFixed(kept), findings, visit.language());
        show(visit, guest, 200, kept, form, checked, typed.map(older -> "edit.not-restored"));
    }

    void receive(PageRequest visit, SignedInRequest guest)
            throws EventRefusedException, NoSuchDossierException, StaleRevisionException {
        var seen = guest.seen(visit);
        var kept = dossiers.seen(seen, guest.caller());
        var edited = DeclarationEditor.edit(kept.dossier().latest().content(), guest.form()::all);
        if (!edited.errorsOfWeeks().isEmpty()) {
            showAgain(visit, guest, 422, kept, edited, "edit.not-kept");
            return;
        }
        var action = guest.form().get("action").orElse("save");
        var saved = dossiers.edit(seen, changed(edited.declaration(), action), guest.caller());
        interruptions.forget(guest.session());
        visit.see(next(saved, action, guest));
    }

    /** Whether it was typed upon the draft as it is. */
    private static boolean isOf(KeptDossier kept, FormFields typed) {
        return typed.get("revision")
                .filter(String.valueOf(kept.revision())::equals)
                .isPresent();
    }

    /** Shows what was typed, which is not kept. */
    private void showAgain(
            PageRequest visit, SignedInRequest guest, int status, KeptDossier kept, Edited edited, String notice) {
        var findings = new ArrayList<>(edited.errorsOfWeeks());
        var known = findings.stream().map(Finding::field).toList();
        dossiers.findings(edited.declaration(), guest.caller()).stream()
                .filter(finding -> !known.contains(finding.field()))
                .forEach(findings::add);
        var form = DeclarationForm.of(edited, isFixed(kept), findings, visit.language());
        show(visit, guest, status, kept, form, true, Optional.of(notice));
    }

    private static Declaration changed(Declaration declaration, String action) {
        var onOffer = ON_AN_OFFER.matcher(action);
        if (onOffer.matches()
                && Integer.parseInt(onOffer.group(2)) < declaration.offers().size()) {
            var index = Integer.parseInt(onOffer.group(2));
            return onOffer.group(1).equals("remove")
                    ? Offers.without(declaration, index)
                    : Offers.laidOut(declaration, index);
        }
        return switch (action) {
            case "add-testing" -> Offers.with(declaration, OfferKind.TESTING);
            case "add-vaccination" -> Offers.with(declaration, OfferKind.VACCINATION);
            default -> declaration;
        };
    }

    private String next(KeptDossier saved, String action, SignedInRequest guest) {
        var content = saved.dossier().latest().content();
        if (action.equals("continue")
                && dossiers.check(content, guest.caller()).normalised().isPresent()) {
            return HandOverPage.preview(saved.number());
        }
        if (action.startsWith("add-")) {
            return address(saved.number()) + "#offer-" + (content.offers().size() - 1);
        }
        var onOffer = ON_AN_OFFER.matcher(action);
        return address(saved.number()) + "?checked=1"
                + (onOffer.matches() && action.startsWith("lay-out") ? "#offers-" + onOffer.group(2) + "-hours" : "");
    }

    /** What the public has seen keeps its place. */
    private static boolean isFixed(KeptDossier kept) {
        return kept.dossier().published().isPresent();
    }

    private void show(
            PageRequest visit,
            SignedInRequest guest,
            int status,
            KeptDossier kept,
            DeclarationForm form,
            boolean checked,
            Optional<String> notice) {
        interruptions.note(kept.number(), guest);
        visit.show(
                status,
                "edit",
                "edit.title",
                address(kept.number()) + (checked ? "?checked=1" : ""),
                Map.of(
                        "number", kept.number(),
                        "revision", kept.revision(),
                        "form", form,
                        "checked", checked,
                        "notice", notice,
                        "rights", RightsCard.of(dossiers.rights(guest.caller()), visit.language()),
                        "csrf", guest.token()));
    }
}
