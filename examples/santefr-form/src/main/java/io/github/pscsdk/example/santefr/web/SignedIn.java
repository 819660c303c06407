package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.caller.Caller;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Refusal;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import io.github.pscsdk.example.santefr.web.HomePage.Notice;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.web.FormToken;
import java.util.Map;

/** Lets only those who are logged in see a screen, and only forms of this site be sent; tells each refusal its own way. */
final class SignedIn {
    private static final FormFields NOTHING = new FormFields(Map.of(), false);

    private final Browser browser;

    SignedIn(Browser browser) {
        this.browser = browser;
    }

    /** A screen that is read. */
    Screen read(OwnScreen screen) {
        return visit -> browser.session(visit)
                .ifPresentOrElse(session -> answer(visit, guest(session, NOTHING), screen), () -> leave(visit));
    }

    /** A screen to which a form is sent. */
    Screen sent(OwnScreen screen) {
        return visit ->
                browser.session(visit).ifPresentOrElse(session -> receive(visit, session, screen), () -> leave(visit));
    }

    private void receive(Visit visit, PscSession session, OwnScreen screen) {
        var form = visit.longForm();
        if (form.isTooLarge()) {
            visit.message(413, "message.too-large");
        } else if (!FormToken.of(session.id()).matches(form.get(FormToken.FIELD).orElse(""))) {
            visit.message(403, "message.foreign-form");
        } else {
            answer(visit, guest(session, form), screen);
        }
    }

    private static void answer(Visit visit, Guest guest, OwnScreen screen) {
        try {
            screen.answer(visit, guest);
        } catch (NoSuchDossierException e) {
            visit.message(404, "message.no-declaration");
        } catch (StaleRevisionException e) {
            visit.message(409, "message.stale");
        } catch (EventRefusedException e) {
            visit.refused(e.refusal() == Refusal.NOT_ELIGIBLE ? 403 : 409, e.french(), e.english());
        }
    }

    private static Guest guest(PscSession session, FormFields form) {
        return new Guest(session, Caller.of(session.professional()), form);
    }

    private void leave(Visit visit) {
        visit.see(browser.dropEndedSession(visit).orElse(Notice.LOGIN_NEEDED).address());
    }
}
