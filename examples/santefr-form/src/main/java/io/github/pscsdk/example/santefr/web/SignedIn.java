package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.caller.Caller;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.Refusal;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.TooManyDraftsException;
import io.github.pscsdk.example.santefr.web.HomePage.Notice;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.web.FormToken;
import io.github.pscsdk.relyingparty.web.WebLogin;

/** Lets only those who are logged in see a screen, and only forms of this site be sent; tells each refusal its own way. */
final class SignedIn {
    private final WebLogin login;
    private final Interruptions interruptions;

    SignedIn(WebLogin login, Interruptions interruptions) {
        this.login = login;
        this.interruptions = interruptions;
    }

    /** A screen that is read. */
    Screen read(OwnScreen screen) {
        return visit -> login.session(visit)
                .ifPresentOrElse(session -> answer(visit, guest(session, FormFields.NONE), screen), () -> leave(visit));
    }

    /** A screen to which a form is sent. */
    Screen sent(OwnScreen screen) {
        return visit -> login.session(visit)
                .ifPresentOrElse(session -> receive(visit, session, visit.longForm(), screen), () -> leave(visit));
    }

    /** One whose form leads back there if its session was over when it was sent. */
    Screen sent(OwnScreen screen, ResumeTarget back) {
        return visit -> {
            var form = visit.longForm();
            var session = login.session(visit);
            if (session.filter(open -> isOf(open, form)).isPresent()) {
                receive(visit, session.get(), form, screen);
            } else if (interruptions.keep(visit, form, back, session)) {
                resume(visit, back);
            } else {
                session.ifPresentOrElse(open -> receive(visit, open, form, screen), () -> leave(visit));
            }
        };
    }

    /** A screen to which a file is sent. One that is too large has not been read, its token neither: it does nothing. */
    Screen sentFile(FileScreen screen) {
        return visit -> {
            var session = login.session(visit);
            if (session.isPresent()) {
                receive(visit, session.get(), visit.upload(), screen);
            } else {
                visit.hearOut();
                leave(visit);
            }
        };
    }

    private static void receive(PageRequest visit, PscSession session, Upload upload, FileScreen screen) {
        if (upload.isTooLarge() || isOf(session, upload.form())) {
            answer(visit, guest(session, upload.form()), (to, guest) -> screen.answer(to, guest, upload));
        } else {
            visit.message(403, "message.foreign-form");
        }
    }

    private void receive(PageRequest visit, PscSession session, FormFields form, OwnScreen screen) {
        if (form.isTooLarge()) {
            visit.message(413, "message.too-large");
        } else if (!isOf(session, form)) {
            visit.message(403, "message.foreign-form");
        } else {
            answer(visit, guest(session, form), screen);
        }
    }

    private static boolean isOf(PscSession session, FormFields form) {
        return FormToken.of(session.id()).matches(form.get(FormToken.FIELD).orElse(""));
    }

    private static void answer(PageRequest visit, SignedInRequest guest, OwnScreen screen) {
        try {
            screen.answer(visit, guest);
        } catch (NoSuchDossierException e) {
            visit.message(404, "message.no-declaration");
        } catch (StaleRevisionException e) {
            visit.message(409, "message.stale");
        } catch (TooManyDraftsException e) {
            visit.message(409, "message.too-many-drafts");
        } catch (EventRefusedException e) {
            visit.refused(e.refusal() == Refusal.NOT_ELIGIBLE ? 403 : 409, e.french(), e.english());
        }
    }

    private static SignedInRequest guest(PscSession session, FormFields form) {
        return new SignedInRequest(session, Caller.of(session.professional()), form);
    }

    /** To the form itself where somebody has logged in since, in another tab; else to the login first. */
    private void resume(PageRequest visit, ResumeTarget back) {
        if (login.session(visit).isPresent()) {
            visit.see(back.address(visit.path("number")));
        } else {
            login.dropEndedSession(visit);
            visit.see(back.notice().address());
        }
    }

    private void leave(PageRequest visit) {
        visit.see(login.dropEndedSession(visit)
                .map(Notice::of)
                .orElse(Notice.LOGIN_NEEDED)
                .address());
    }
}
