package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.practiceweb.declaration.OfferFields;
import io.github.pscsdk.example.practiceweb.declaration.PlaceChoice;
import io.github.pscsdk.example.practiceweb.declaration.PlaceOfWork;
import io.github.pscsdk.example.practiceweb.receiver.FormReceiver;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.ExpiredSessionForm;
import io.github.pscsdk.relyingparty.web.WebLogin;
import io.github.pscsdk.spring.PscPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The way of a declaration: place of work, form, preview, hand-over, receipt. The pages hold what was typed, and every
 * step checks it anew. A person who has chosen no place of work is led there.
 */
@Controller
record DeclarationController(PlaceChoice choice, KeptEntries kept, FormReceiver receiver) {
    static final String FORM = "/declaration";

    private static final Logger LOG = LoggerFactory.getLogger(DeclarationController.class);
    private static final String PREVIEW = FORM + "/preview";
    private static final String RECEIPT = "/receipt/";
    private static final String PLACE = "/me";

    /** The person who is logged in, and the place where they work now: the person chooses. */
    @GetMapping(PLACE)
    ModelAndView me(PscSession session) {
        var chosen = choice.of(session).map(PlaceOfWork::key);
        return Page.of("me", Map.of("places", PlaceOfWork.of(session.professional()), "chosen", chosen));
    }

    @PostMapping(PLACE + "/place")
    ModelAndView choose(PscSession session, @RequestParam(defaultValue = "") String place) {
        return PscPages.seeOther(choice.choose(session, place) ? FORM : PLACE);
    }

    /** With what was kept from a session that is over, or with what the directory says. */
    @GetMapping(FORM)
    ModelAndView open(PscSession session) {
        var place = choice.of(session);
        if (place.isEmpty()) {
            return PscPages.seeOther(PLACE);
        }
        kept.note(session, place.get());
        var waiting = kept.find(session, place.get());
        var typed = waiting.map(form -> OfferFields.ofText(form.typed()))
                .orElseGet(() -> OfferFields.prefilled(place.get(), session.professional()));
        return unchecked(session, place.get(), typed, waiting);
    }

    /** Back from the preview; or, unjudged if it was so, in another language or with what a button of the week did. */
    @PostMapping(FORM)
    ModelAndView again(PscSession session, HttpServletRequest request) throws InterruptedException {
        var isUnchecked = request.getParameter("unchecked") != null;
        return answer(session, request, sent -> isUnchecked ? unchecked(sent) : checked(sent));
    }

    @PostMapping(PREVIEW)
    ModelAndView preview(PscSession session, HttpServletRequest request) throws InterruptedException {
        return answer(
                session,
                request,
                sent -> sent.accepted().isPresent() ? preview(sent, Optional.empty()) : checked(sent));
    }

    @PostMapping(FORM + "/hand-over")
    ModelAndView handOver(PscSession session, HttpServletRequest request) throws InterruptedException {
        return answer(session, request, sent -> sent.accepted().isPresent() ? handOver(sent) : checked(sent));
    }

    @FunctionalInterface
    private interface Step {
        ModelAndView answer(Submission sent) throws InterruptedException;
    }

    private ModelAndView answer(PscSession session, HttpServletRequest request, Step step) throws InterruptedException {
        var place = choice.of(session);
        if (place.isEmpty()) {
            return PscPages.seeOther(PLACE);
        }
        kept.note(session, place.get());
        var waited = kept.drop(session, place.get(), String.valueOf(request.getParameter("kept")));
        var typed = Submission.typed(request);
        var outcome = OfferFields.check(typed, place.get(), session.professional());
        return step.answer(new Submission(session, place.get(), Submission.key(request), typed, waited, outcome));
    }

    private ModelAndView unchecked(Submission sent) {
        var session = sent.session();
        var waits = sent.waited() && kept.keep(session.id(), sent.typed());
        var waiting = waits ? kept.find(session, sent.place()) : Optional.<ExpiredSessionForm>empty();
        return unchecked(session, sent.place(), sent.typed(), waiting);
    }

    private ModelAndView unchecked(
            PscSession session, PlaceOfWork place, Declaration typed, Optional<ExpiredSessionForm> waiting) {
        return form(FORM + "?unchecked=1", 200, session, place, typed, List.of())
                .addObject("kept", waiting.map(ExpiredSessionForm::name).orElse(""));
    }

    /** To be gone on with: with 422 if something must be corrected. */
    private ModelAndView checked(Submission sent) {
        var isAccepted = sent.accepted().isPresent();
        var findings = sent.outcome().findings();
        var page = form(FORM, isAccepted ? 200 : 422, sent.session(), sent.place(), sent.typed(), findings);
        return isAccepted ? page : Page.titled("declaration.title.correct", page);
    }

    private ModelAndView form(
            String address, int status, PscSession session, PlaceOfWork place, Declaration typed, List<Finding> told) {
        var rights = OfferFields.rights(place, session.professional());
        var here = CurrentPage.typing(address, "declaration.check");
        return Page.of("declaration", here, status, Map.of("rights", rights, "typed", typed, "findings", told));
    }

    private ModelAndView handOver(Submission sent) throws InterruptedException {
        try {
            var accepted = sent.accepted().orElseThrow();
            var outcome = receiver.handOver(sent.session(), sent.key(), accepted);
            return outcome.number()
                    .map(number -> PscPages.seeOther(RECEIPT + number))
                    .orElseGet(() -> checked(sent.rejected(outcome.findings())));
        } catch (PscException e) {
            LOG.info("nothing was handed over: {}", e.problem().code());
            if (e.problem() instanceof LoginProblem problem && problem.endsSession()) {
                var isKept = kept.keep(sent.session().id(), sent.typed());
                return PscPages.seeOther(isKept ? PracticePages.FORM_KEPT : PracticePages.FORM_LOST);
            }
            return Page.titled("preview.title.failed", preview(sent, Optional.of(e.problem())));
        }
    }

    /** As the rules wrote it, to be handed over; again under the same key where that failed, so that it counts once. */
    private static ModelAndView preview(Submission sent, Optional<Problem> failure) {
        var values = Map.of(
                "declaration", sent.accepted().orElseThrow(),
                "findings", sent.outcome().findings(),
                "typed", OfferFields.values(sent.typed()),
                "key", sent.key(),
                "failure", failure);
        return Page.of(
                "preview",
                CurrentPage.answering(PREVIEW),
                failure.map(WebLogin::statusOf).orElse(200),
                values);
    }

    @GetMapping(RECEIPT + "{number}")
    ModelAndView receipt(PscSession session, @PathVariable String number) throws PscException, InterruptedException {
        return receiver.receipt(session, number)
                .map(receipt -> Page.of("receipt", Map.of("receipt", receipt)))
                .orElseGet(() -> Page.message(404, "message.not-found"));
    }
}
