package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.form.FormStep;
import io.github.pscsdk.example.santefr.web.form.SubmittedStep;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.ExpiredSessionForm;
import io.github.pscsdk.relyingparty.web.ExpiredSessionForms;
import io.github.pscsdk.relyingparty.web.FormToken;
import java.util.List;
import java.util.Optional;

/**
 * Forms of declarations that were sent when their session was over, or on a page that is older than the declaration, by the number
 * of the declaration. What was typed into the form is kept for its professional; of a hand-over only the way back to the preview.
 */
final class InterruptedForms {
    private final ExpiredSessionForms forms;

    InterruptedForms(ExpiredSessionForms forms) {
        this.forms = forms;
    }

    /** Notes that a form of that declaration is shown. */
    void note(String number, SignedInRequest signedIn) {
        forms.note(signedIn.session(), number, number);
    }

    /** Keeps a form that was shown here, to {@code now} if somebody is logged in; else does nothing and says so. */
    boolean keep(PageRequest request, FormFields form, ResumeTarget back, Optional<PscSession> now) {
        var token = form.get(FormToken.FIELD).orElse("");
        return forms.keep(token, request.path("number"), back.kept(form).toText(), now);
    }

    /** Keeps what was typed on a page that is older than the declaration, and tells whether it is kept. */
    boolean keepOlder(String number, SignedInRequest signedIn) {
        return forms.keep(signedIn.token(), number, signedIn.form().toText(), Optional.of(signedIn.session()));
    }

    /** The page on which somebody who has just logged in goes on, if a form of theirs was interrupted. */
    Optional<String> wayBack(PscSession session) {
        var interrupted = forms.find(session);
        interrupted.filter(form -> form.typed().isEmpty()).ifPresent(led -> forms.drop(session, led));
        return interrupted.map(form -> back(form).address(form.subject()));
    }

    private static ResumeTarget back(ExpiredSessionForm form) {
        return form.typed().isEmpty() ? ResumeTarget.TO_THE_PREVIEW : ResumeTarget.TO_THE_FORM;
    }

    /** Keeps what is typed into a page that shows what waits, in its place; false for any other page. */
    boolean keepAgain(String number, SignedInRequest signedIn) {
        var shown = shown(number, signedIn);
        shown.ifPresent(waiting -> {
            forget(signedIn, waiting);
            var upon = waiting.fields().all(SubmittedStep.SHOWN);
            var typed = signedIn.form().with(SubmittedStep.SHOWN, upon).toText();
            forms.keep(signedIn.token(), number, typed, Optional.of(signedIn.session()));
        });
        return shown.isPresent();
    }

    /** What they had typed for that declaration, the latest first; it stays until it is sent again, or its time is over. */
    List<Waiting> typed(String number, SignedInRequest signedIn) {
        return forms.waiting(signedIn.session()).stream()
                .filter(form -> form.subject().equals(number) && !form.typed().isEmpty())
                .map(Waiting::new)
                .toList();
    }

    private Optional<Waiting> shown(String number, SignedInRequest signedIn) {
        var name = signedIn.form().get(Waiting.FIELD).orElse("");
        return typed(number, signedIn).stream()
                .filter(waiting -> waiting.name().equals(name))
                .findFirst();
    }

    /** Drops what the page had shown: it was saved, or is not wanted. What was typed elsewhere goes on waiting. */
    void forget(String number, SignedInRequest signedIn) {
        shown(number, signedIn).ifPresent(waiting -> forget(signedIn, waiting));
    }

    /** Drops that one. */
    void forget(SignedInRequest signedIn, Waiting waiting) {
        forms.drop(signedIn.session(), waiting.form);
    }

    /** Drops all that was kept: they log out. */
    void forget(PscSession session) {
        forms.drop(session);
    }

    /** What was typed and waits to be sent again. */
    record Waiting(ExpiredSessionForm form) {
        /** The field of a page that names what it shows. */
        static final String FIELD = "waiting";

        FormFields fields() {
            return FormFields.ofText(form.typed());
        }

        /** The step whose fields it has. */
        FormStep step() {
            return fields().get("step").flatMap(FormStep::of).orElse(FormStep.PLACE);
        }

        SubmittedStep typed() {
            return new SubmittedStep(step(), fields()::all);
        }

        String name() {
            return Integer.toHexString(form.typed().hashCode());
        }
    }
}
