package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.web.FormToken;
import io.github.pscsdk.relyingparty.web.LateForm;
import io.github.pscsdk.relyingparty.web.LateForms;
import java.util.Optional;

/**
 * Forms of declarations that were sent when their session was over, by the number of the declaration. What was typed into the
 * form is kept for its professional; of a hand-over only the way back to the preview.
 */
final class InterruptedForms {
    private final LateForms forms;

    InterruptedForms(LateForms forms) {
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

    /** The page on which somebody who has just logged in goes on, if a form of theirs was interrupted. */
    Optional<String> wayBack(PscSession session) {
        var interrupted = forms.find(session);
        interrupted.filter(form -> form.typed().isEmpty()).ifPresent(led -> forms.drop(session));
        return interrupted.map(form -> back(form).address(form.subject()));
    }

    private static ResumeTarget back(LateForm form) {
        return form.typed().isEmpty() ? ResumeTarget.TO_THE_PREVIEW : ResumeTarget.TO_THE_FORM;
    }

    /** What they had typed for that declaration; it stays until it is saved, or its time is over. */
    Optional<FormFields> typed(String number, SignedInRequest signedIn) {
        return forms.find(signedIn.session())
                .filter(form -> form.subject().equals(number) && !form.typed().isEmpty())
                .map(form -> FormFields.ofText(form.typed()));
    }

    /** Drops what was kept: it was sent again, or they log out. */
    void forget(PscSession session) {
        forms.drop(session);
    }
}
