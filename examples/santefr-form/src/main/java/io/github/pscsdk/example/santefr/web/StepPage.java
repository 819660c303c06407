package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.form.DeclarationForm;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.form.HtmlSection;
import io.github.pscsdk.example.declaration.form.OfferAction;
import io.github.pscsdk.example.declaration.form.SummaryLine;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.santefr.dossier.DossierException;
import io.github.pscsdk.example.santefr.dossier.DossierException.Reason;
import io.github.pscsdk.example.santefr.dossier.DossierStore.StoreException;
import io.github.pscsdk.example.santefr.dossier.Dossiers;
import io.github.pscsdk.example.santefr.dossier.StoredDossier;
import io.github.pscsdk.example.santefr.web.InterruptedForms.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /mine/{number}/{step}}: the fields of one step. Each of its buttons keeps what was typed as a draft first,
 * whatever it is; rules judge afterwards.
 */
record StepPage(FormStep step, Dossiers dossiers, InterruptedForms interrupted) {
    private static final String ACCEPT = "accept-";
    private static final String ADD = "add-";
    private static final Logger LOG = LoggerFactory.getLogger(StepPage.class);

    static String address(String number, FormStep step) {
        return DeclarationPages.address(number) + "/" + step.code();
    }

    private String address(PageRequest request, boolean checked) {
        return address(request.number(), step) + (checked ? "?checked=1" : "");
    }

    private static boolean isChecked(PageRequest request) {
        return request.parameter("checked").isPresent();
    }

    /** Whether a script asks for the sentence for the public while somebody types. */
    static boolean isPlayBack(PageRequest request) {
        return request.form().get("action").equals("said");
    }

    void show(PageRequest request) throws DossierException {
        var kept = dossiers.find(request.number(), request.caller());
        var saved = kept.content();
        for (var typed : interrupted.typed(request)) {
            if (typed.step() == step) {
                var differences = typed.typed().changes(saved, request.language());
                if (!differences.isEmpty()) {
                    var isUpon = typed.typed().isUpon(saved);
                    var notice = Optional.of(isUpon ? "edit.restored" : "edit.other");
                    var name = typed.form().name();
                    var shown =
                            new Shown(typed.typed().in(saved), true, notice, name, isUpon ? List.of() : differences);
                    show(request, 200, kept, shown);
                    return;
                }
                interrupted.forget(request, typed);
            }
        }
        show(request, 200, kept, new Shown(saved, isChecked(request), Optional.empty(), "", List.of()));
    }

    void receive(PageRequest request) throws EventRefusedException, DossierException {
        var revision = request.revision();
        var action = request.form().get("action");
        if (isPlayBack(request)) {
            var kept = dossiers.find(request.number(), request.caller());
            request.show("said", Map.of("declaration", sent(request).in(kept.content())));
        } else if (action.equals("discard")) {
            interrupted.forgetShown(request);
            request.see(address(request, false));
        } else if (action.equals("renew") && interrupted.keep(request)) {
            // Back here, with what was typed.
            request.see("/login");
        } else if (action.equals("language") && interrupted.keepAgain(request)) {
            request.see(address(request, false));
        } else {
            save(request, revision, action);
        }
    }

    private SubmittedStep sent(PageRequest request) {
        return new SubmittedStep(step, request.form()::all);
    }

    private void save(PageRequest request, int revision, String action) throws EventRefusedException, DossierException {
        var kept = dossiers.find(request.number(), request.caller());
        var sent = sent(request);
        try {
            // The present revision is good, too, where only other steps were changed since.
            if (kept.revision() != revision && !sent.isUpon(kept.content())) {
                throw new DossierException(Reason.STALE);
            }
            save(request, kept, sent.in(kept.content()), action);
        } catch (DossierException e) {
            if (e.reason() != Reason.STALE || !interrupted.keep(request)) {
                throw e;
            }
            request.see(address(request, false));
        }
    }

    private void save(PageRequest request, StoredDossier kept, Declaration typed, String action)
            throws EventRefusedException, DossierException {
        try {
            var saved = dossiers.edit(kept, changed(typed, action, request), request.caller());
            interrupted.forgetShown(request);
            request.see(next(request, saved.content(), action));
        } catch (StoreException e) {
            LOG.error("a draft could not be kept: {}", e.getMessage());
            var waiting = request.form().get(Waiting.FIELD);
            // The button is pressed again: an offer that it would remove is still there.
            show(request, 503, kept, new Shown(typed, true, Optional.of("edit.not-kept"), waiting, List.of()));
        }
    }

    private Declaration changed(Declaration declaration, String action, PageRequest request) {
        if (action.startsWith(ACCEPT)) {
            var findings = dossiers.rules().check(declaration, request.caller()).findings();
            return DeclarationForm.accepted(declaration, action.substring(ACCEPT.length()), findings);
        }
        if (action.startsWith(ADD)) {
            return OfferKind.of(action.substring(ADD.length()))
                    .map(kind -> DeclarationForm.withOffer(declaration, kind))
                    .orElse(declaration);
        }
        return OfferAction.of(action).map(pressed -> pressed.in(declaration)).orElse(declaration);
    }

    private String next(PageRequest request, Declaration saved, String action) {
        var here = address(request, isChecked(request));
        var waiting = interrupted.typed(request);
        if (!waiting.isEmpty()) {
            return address(request.number(), waiting.get(0).step());
        }
        if (action.startsWith(ACCEPT)) {
            return address(request, true) + "#" + HtmlControl.id(action.substring(ACCEPT.length()));
        }
        return switch (action) {
            case "next" -> hasErrors(request, saved) ? address(request, true) : address(request.number(), step.next());
            case "back" -> address(request.number(), step.previous().orElse(step));
            case "save", "" -> "/mine?notice=saved";
            default ->
                OfferAction.of(action)
                        .map(pressed -> address(request, false) + "#" + pressed.anchor())
                        .orElse(here);
        };
    }

    private boolean hasErrors(PageRequest request, Declaration saved) {
        var findings = dossiers.rules().check(saved, request.caller()).findings();
        return SummaryLine.errors(summary(findings, saved)) > 0;
    }

    /** Errors and warnings in the order of the page. */
    private List<SummaryLine> summary(List<Finding> findings, Declaration content) {
        return SummaryLine.of(findings, DeclarationForm.fields(content)).stream()
                .filter(line -> line.step() == step)
                .toList();
    }

    /** The fields of each offer, then the others. */
    private static List<HtmlSection> sections(List<HtmlControl> controls, Declaration content) {
        var offers = content.offers();
        var numbers = IntStream.range(0, offers.size()).mapToObj(Optional::of);
        return Stream.concat(numbers, Stream.of(Optional.<Integer>empty()))
                .map(offer -> HtmlSection.of(
                        offer,
                        offer.map(number ->
                                "offer." + offers.get(number).shownKind().text()),
                        controls.stream()
                                .filter(control -> control.field().offer().equals(offer))
                                .toList()))
                .filter(section -> !section.main().isEmpty() || !section.more().isEmpty())
                .toList();
    }

    /**
     * The content of a page.
     *
     * @param notice the key of what is told first
     * @param waiting the name of what was typed earlier and stands in the fields; blank for nothing
     * @param saved where the draft has something else
     */
    private record Shown(
            Declaration content,
            boolean isChecked,
            Optional<String> notice,
            String waiting,
            List<ChangedAnswer> saved) {}

    private void show(PageRequest request, int status, StoredDossier kept, Shown shown) {
        interrupted.note(request, kept.number());
        var content = shown.content();
        var findings = shown.isChecked()
                ? dossiers.rules().check(content, request.caller()).findings()
                : List.<Finding>of();
        // A version that the public has seen keeps its place.
        var isFixed = kept.dossier().published().isPresent();
        var fields = DeclarationForm.fields(step, content);
        var controls = HtmlControl.of(content, fields, findings, request.language()).stream()
                .map(control -> isFixed && control.field().is(Mark.IDENTITY) ? control.fixed() : control)
                .toList();
        var values = Map.of(
                "step", step,
                "kept", kept,
                "declaration", content,
                "sections", sections(controls, content),
                "summary", summary(findings, content),
                "notice", shown.notice(),
                "waiting", shown.waiting(),
                "saved", shown.saved(),
                "rights", dossiers.rights(request.caller()));
        request.showForm(status, "step", address(request, shown.isChecked()), values);
    }
}
