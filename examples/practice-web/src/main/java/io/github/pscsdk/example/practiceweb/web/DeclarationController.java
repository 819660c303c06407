package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
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
import java.util.UUID;
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
    ModelAndView me(PscSession session, @RequestParam(defaultValue = "") String form) {
        var chosen = choice.of(session).map(PlaceOfWork::key);
        var places = PlaceOfWork.of(session.professional());
        return Page.of("me", Map.of("places", places, "chosen", chosen, "isKept", form.equals("kept")));
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
        var waiting = kept.waiting(session, place.get()).findFirst();
        var input = waiting.map(form -> FormInput.ofText(form.typed()))
                .orElseGet(() ->
                        new FormInput(Optional.empty(), OfferFields.prefilled(place.get(), session.professional())));
        return unchecked(Submission.of(session, place.get(), input, waiting.isPresent()), waiting);
    }

    /** Back from the preview; or, unjudged if it was so, in another language or with what a button of the week did. */
    @PostMapping(FORM)
    ModelAndView again(PscSession session, HttpServletRequest request) throws InterruptedException {
        var isUnchecked = request.getParameter("unchecked") != null;
        return answer(session, request, sent -> isUnchecked ? unchecked(sent) : checked(sent));
    }

    @PostMapping(PREVIEW)
    ModelAndView preview(PscSession session, HttpServletRequest request) throws InterruptedException {
        return answer(session, request, this::preview);
    }

    @PostMapping(FORM + "/hand-over")
    ModelAndView handOver(PscSession session, HttpServletRequest request) throws InterruptedException {
        return answer(session, request, this::handOver);
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
        return step.answer(Submission.of(session, place.get(), FormInput.of(request), waited));
    }

    private boolean keep(Submission sent) {
        return kept.keep(sent.session().id().formToken(), sent.input(), Optional.of(sent.session()));
    }

    private ModelAndView unchecked(Submission sent) {
        var waits = sent.waited() && keep(sent);
        return unchecked(
                sent, waits ? kept.waiting(sent.session(), sent.place()).findFirst() : Optional.empty());
    }

    private ModelAndView unchecked(Submission sent, Optional<ExpiredSessionForm> waiting) {
        return form(FORM + "?unchecked=1", 200, sent, List.of())
                .addObject("kept", waiting.map(ExpiredSessionForm::name).orElse(""));
    }

    /** To be gone on with: with 422 if something must be corrected. */
    private ModelAndView checked(Submission sent) {
        var isAccepted = sent.accepted().isPresent();
        var page = form(FORM, isAccepted ? 200 : 422, sent, sent.outcome().findings());
        return isAccepted ? page : Page.titled("declaration.title.correct", page);
    }

    private ModelAndView form(String address, int status, Submission sent, List<Finding> told) {
        var rights = OfferFields.rights(sent.place(), sent.session().professional());
        var here = CurrentPage.sending(address, Optional.of("declaration.check"));
        return Page.of("declaration", here, status, Map.of("rights", rights, "input", sent.input(), "findings", told));
    }

    private ModelAndView handOver(Submission sent) throws InterruptedException {
        var key = sent.input().key();
        if (sent.accepted().isEmpty() || key.isEmpty()) {
            return preview(sent);
        }
        try {
            var outcome =
                    receiver.handOver(sent.session(), key.get(), sent.accepted().get());
            return outcome.number()
                    .map(number -> PscPages.seeOther(RECEIPT + number))
                    .orElseGet(() -> outcome.isOther()
                            ? preview(sent, 409, Optional.empty())
                            : checked(sent.rejected(outcome.findings())));
        } catch (PscException e) {
            LOG.info("a hand-over is not confirmed: {}", e.problem().code());
            if (e.problem() instanceof LoginProblem problem && problem.endsSession()) {
                return PracticePages.lateForm(keep(sent), true);
            }
            return preview(sent, WebLogin.statusOf(e.problem()), Optional.of(e.problem()));
        }
    }

    private ModelAndView preview(Submission sent) {
        return sent.accepted().isPresent() ? preview(sent, 200, Optional.empty()) : checked(sent);
    }

    /**
     * As the rules wrote it, to be handed over; again under the same key where that failed, so that it counts once.
     * Where another version was taken under it, under a new one: the person is told, and decides.
     */
    private static ModelAndView preview(Submission sent, int status, Optional<Problem> failure) {
        var isOther = status == 409 && failure.isEmpty();
        var key = sent.input().key().filter(tried -> !isOther).orElseGet(UUID::randomUUID);
        var values = Map.of("sent", sent, "key", key, "isOther", isOther, "failure", failure);
        var page = Page.of("preview", CurrentPage.sending(PREVIEW, Optional.empty()), status, values);
        return status == 200 ? page : Page.titled("preview.title.failed", page);
    }

    @GetMapping(RECEIPT + "{number}")
    ModelAndView receipt(PscSession session, @PathVariable String number) throws PscException, InterruptedException {
        return receiver.receipt(session, number)
                .map(receipt -> Page.of("receipt", Map.of("receipt", receipt)))
                .orElseGet(() -> Page.message(404, "message.not-found"));
    }
}
