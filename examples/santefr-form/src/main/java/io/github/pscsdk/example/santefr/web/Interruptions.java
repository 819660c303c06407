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
final class Interruptions {
    private final LateForms forms;

    Interruptions(LateForms forms) {
        this.forms = forms;
    }

    /** A form of that declaration is shown. */
    void note(String number, SignedInRequest guest) {
        forms.note(guest.session(), number, number);
    }

    /** Keeps a form that was shown here, to {@code now} if somebody is logged in; else does nothing and says so. */
    boolean keep(PageRequest visit, FormFields form, ResumeTarget back, Optional<PscSession> now) {
        var token = form.get(FormToken.FIELD).orElse("");
        return forms.keep(token, visit.path("number"), back.kept(form).toText(), now);
    }

    /** Where somebody who has just logged in goes on, if they were interrupted. */
    Optional<String> wayBack(PscSession session) {
        var interrupted = forms.find(session);
        interrupted.filter(form -> form.typed().isEmpty()).ifPresent(led -> forms.drop(session));
        return interrupted.map(form -> back(form).address(form.subject()));
    }

    private static ResumeTarget back(LateForm form) {
        return form.typed().isEmpty() ? ResumeTarget.TO_THE_PREVIEW : ResumeTarget.TO_THE_FORM;
    }

    /** What they had typed for that declaration; it stays until it is saved, or its time is over. */
    Optional<FormFields> typed(String number, SignedInRequest guest) {
        return forms.find(guest.session())
                .filter(form -> form.subject().equals(number) && !form.typed().isEmpty())
                .map(form -> FormFields.ofText(form.typed()));
    }

    /** They are back, or log out. */
    void forget(PscSession session) {
        forms.drop(session);
    }
}
