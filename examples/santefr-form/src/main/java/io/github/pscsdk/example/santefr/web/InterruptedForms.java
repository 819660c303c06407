package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.relyingparty.web.ExpiredSessionForm;
import io.github.pscsdk.relyingparty.web.ExpiredSessionForms;
import java.util.List;
import java.util.Optional;

/**
 * Forms of declarations that were sent when their session was over, or on a page that is older than the declaration,
 * by the number of the declaration. Of a step, what was typed is kept for its professional; of a hand-over only the way
 * back to the check.
 */
record InterruptedForms(ExpiredSessionForms forms) {
    void note(PageRequest request, String number) {
        forms.note(request.session(), number, number);
    }

    /** Keeps a step of somebody who is logged in, if it was shown here; else does nothing and says so. */
    boolean keep(PageRequest request) {
        return keep(request, request.form().toText(), Optional.of(request.session()));
    }

    /** The same with what was typed, for {@code now} if somebody is logged in. */
    boolean keep(PageRequest request, String typed, Optional<PscSession> now) {
        return forms.keep(request.form().get(SessionId.FORM_FIELD), request.number(), typed, now);
    }

    /** The page on which somebody who has just logged in goes on, if a form of theirs was interrupted. */
    Optional<String> wayBack(PscSession session) {
        var interrupted = forms.find(session);
        interrupted.filter(form -> form.typed().isEmpty()).ifPresent(led -> forms.drop(session, led));
        return interrupted.map(form -> wayBack(form.subject(), form.typed().isEmpty()));
    }

    static String wayBack(String number, boolean isHandOver) {
        return isHandOver
                ? DeclarationPages.checkAddress(number) + "?confirm=needed"
                : DeclarationPages.address(number) + "/edit";
    }

    /** Keeps what is typed into a page that shows what waits, in its place; false for any other page. */
    boolean keepAgain(PageRequest request) {
        var shown = shown(request);
        shown.ifPresent(waiting -> {
            var upon = waiting.fields().all(SubmittedStep.SHOWN);
            forget(request, waiting);
            keep(request, request.form().with(SubmittedStep.SHOWN, upon).toText(), Optional.of(request.session()));
        });
        return shown.isPresent();
    }

    /**
     * The texts that they typed for that declaration, the latest first; each stays until it is sent again, or expires.
     */
    List<Waiting> typed(PageRequest request) {
        return forms.waiting(request.session()).stream()
                .filter(form ->
                        form.subject().equals(request.number()) && !form.typed().isEmpty())
                .map(Waiting::new)
                .toList();
    }

    private Optional<Waiting> shown(PageRequest request) {
        var name = request.form().get(Waiting.FIELD);
        return typed(request).stream()
                .filter(waiting -> waiting.form().name().equals(name))
                .findFirst();
    }

    /**
     * Drops what the page had shown: it was saved, or is not wanted. A text that was typed elsewhere goes on waiting.
     */
    void forgetShown(PageRequest request) {
        shown(request).ifPresent(waiting -> forget(request, waiting));
    }

    void forget(PageRequest request, Waiting waiting) {
        forms.drop(request.session(), waiting.form());
    }

    /** Drops all that was kept: they log out. */
    void forget(PscSession session) {
        forms.drop(session);
    }

    /** A text that waits to be sent again. */
    record Waiting(ExpiredSessionForm form) {
        /** The field of a page that names what it shows. */
        static final String FIELD = "waiting";

        FormFields fields() {
            return FormFields.ofText(form.typed());
        }

        FormStep step() {
            return FormStep.of(fields().get("step")).orElse(FormStep.PLACE);
        }

        SubmittedStep typed() {
            return new SubmittedStep(step(), fields()::all);
        }
    }
}
