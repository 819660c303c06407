package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.store.DossierStore.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.DossierStore.TooManyDraftsException;
import io.github.pscsdk.example.santefr.web.HomePage.Notice;
import io.github.pscsdk.example.santefr.web.PageHandler.PageAction;
import io.github.pscsdk.example.santefr.web.view.Frame.Person;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.FormToken;
import io.github.pscsdk.relyingparty.web.WebLogin;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a {@link PageAction} of one that needs a session: refuses requests without a session, and forms without its token. */
final class SessionGuard {
    private static final Duration ANNOUNCED = Duration.ofMinutes(10);

    private final WebLogin login;
    private final InterruptedForms interrupted;
    private final Clock clock;

    SessionGuard(WebLogin login, InterruptedForms interrupted, Clock clock) {
        this.login = login;
        this.interrupted = interrupted;
        this.clock = clock;
    }

    /** For a page that is only read. */
    PageAction read(SignedInAction action) {
        return request -> login.session(request)
                .ifPresentOrElse(
                        session -> answer(request, signedIn(session, FormFields.NONE), action), () -> leave(request));
    }

    /** For a form. */
    PageAction sent(SignedInAction action) {
        return request -> login.session(request)
                .ifPresentOrElse(
                        session -> request.longForm(form -> receive(request, session, form, action)),
                        () -> leave(request));
    }

    /** For a form that is kept if its session was over when it was sent; after the login the browser goes to {@code back}. */
    PageAction sent(SignedInAction action, ResumeTarget back) {
        return request -> request.longForm(form -> {
            var session = login.session(request);
            if (session.filter(open -> isOf(open, form)).isPresent()) {
                receive(request, session.get(), form, action);
            } else if (interrupted.keep(request, form, back, session)) {
                resume(request, back);
            } else {
                session.ifPresentOrElse(open -> receive(request, open, form, action), () -> leave(request));
            }
        });
    }

    /** For a form with a file. One that is too large is not read at all, so that its token is unknown: nothing is done then. */
    PageAction sentFile(UploadAction action) {
        return request -> login.session(request)
                .ifPresentOrElse(
                        session -> request.upload(upload -> receive(request, session, upload, action)),
                        () -> leave(request));
    }

    private void receive(PageRequest request, PscSession session, Upload upload, UploadAction action) {
        if (upload.isTooLarge() || isOf(session, upload.form())) {
            answer(request, signedIn(session, upload.form()), (to, signedIn) -> action.answer(to, signedIn, upload));
        } else {
            request.message(403, "message.foreign-form");
        }
    }

    private void receive(PageRequest request, PscSession session, FormFields form, SignedInAction action) {
        if (form.isTooLarge()) {
            request.message(413, "message.too-large");
        } else if (!isOf(session, form)) {
            request.message(403, "message.foreign-form");
        } else {
            answer(request, signedIn(session, form), action);
        }
    }

    private static boolean isOf(PscSession session, FormFields form) {
        return FormToken.of(session.id()).matches(form.get(FormToken.FIELD).orElse(""));
    }

    private void answer(PageRequest request, SignedInRequest signedIn, SignedInAction action) {
        if (signedIn.session().endsWithin(ANNOUNCED, clock.instant())) {
            request.announceEnd(signedIn.session().expiresAt());
        }
        request.announce(new Person(name(signedIn.session().professional()), signedIn.token()));
        try {
            action.answer(request, signedIn);
        } catch (NoSuchDossierException e) {
            request.message(404, "message.no-declaration");
        } catch (StaleRevisionException e) {
            request.message(409, "message.stale");
        } catch (TooManyDraftsException e) {
            request.message(409, "message.too-many-drafts");
        } catch (EventRefusedException e) {
            request.refused(e.refusal() == Refusal.NOT_ELIGIBLE ? 403 : 409, e.french(), e.english());
        }
    }

    private static String name(Professional professional) {
        return Stream.concat(professional.givenNames().stream(), Stream.of(professional.familyName()))
                .collect(Collectors.joining(" "));
    }

    private static SignedInRequest signedIn(PscSession session, FormFields form) {
        return new SignedInRequest(session, Caller.of(session.professional()), form);
    }

    /** To the form itself where somebody has logged in since, in another tab; else to the login first. */
    private void resume(PageRequest request, ResumeTarget back) {
        if (login.session(request).isPresent()) {
            request.see(back.address(request.path("number")));
        } else {
            login.dropEndedSession(request);
            request.see(back.notice().address());
        }
    }

    private void leave(PageRequest request) {
        request.see(login.dropEndedSession(request)
                .map(Notice::of)
                .orElse(Notice.LOGIN_NEEDED)
                .address());
    }

    /** The same for a professional who is logged in. */
    @FunctionalInterface
    interface SignedInAction {
        void answer(PageRequest request, SignedInRequest signedIn)
                throws EventRefusedException, NoSuchDossierException, StaleRevisionException, TooManyDraftsException;
    }

    /** The same for a professional who is logged in and sends a file. */
    @FunctionalInterface
    interface UploadAction {
        void answer(PageRequest request, SignedInRequest signedIn, Upload upload) throws EventRefusedException;
    }
}
