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
record DeclarationController(PageRenderer pages, PlaceChoice choice, KeptEntries kept, FormReceiver receiver) {
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
        return pages.of("me", Map.of("places", places, "chosen", chosen, "isKept", form.equals("kept")));
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
        var input = kept.waiting(session, place.get())
                .findFirst()
                .map(FormInput::of)
                .orElseGet(() -> new FormInput(
                        Optional.empty(), "", OfferFields.prefilled(place.get(), session.professional())));
        return unchecked(Submission.of(session, place.get(), input));
    }

    /** Back from the preview; or, unjudged if it was so, in another language or with what a button of the week did. */
    @PostMapping(FORM)
    ModelAndView again(PscSession session, HttpServletRequest request) throws InterruptedException {
        return answer(session, request, sent -> isUnchecked(request) ? unchecked(sent) : checked(sent));
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
        var input = FormInput.of(request);
        if (!isUnchecked(request)) {
            kept.drop(session, place.get(), input.kept());
        }
        return step.answer(Submission.of(session, place.get(), input));
    }

    private static boolean isUnchecked(HttpServletRequest request) {
        return request.getParameter("unchecked") != null;
    }

    private ModelAndView unchecked(Submission sent) {
        return form(200, sent, true, List.of());
    }

    /** To be gone on with: with 422 if something must be corrected. */
    private ModelAndView checked(Submission sent) {
        return form(
                sent.accepted().isPresent() ? 200 : 422,
                sent,
                false,
                sent.outcome().findings());
    }

    private ModelAndView form(int status, Submission sent, boolean isUnchecked, List<Finding> told) {
        var rights = OfferFields.rights(sent.place(), sent.session().professional());
        var values = Map.of("rights", rights, "input", sent.input(), "isUnchecked", isUnchecked, "findings", told);
        return pages.of(status, "declaration", values);
    }

    private ModelAndView handOver(Submission sent) throws InterruptedException {
        var key = sent.input().key();
        if (sent.accepted().isEmpty() || key.isEmpty()) {
            return preview(sent);
        }
        try {
            var answer =
                    receiver.handOver(sent.session(), key.get(), sent.accepted().get());
            return switch (answer.status()) {
                case 409 -> preview(sent, 409, Optional.empty());
                case 422 -> checked(sent.rejected(answer.findings()));
                default -> PscPages.seeOther(RECEIPT + answer.number());
            };
        } catch (PscException e) {
            LOG.info("a hand-over is not confirmed: {}", e.problem().code());
            if (e.problem() instanceof LoginProblem problem && problem.endsSession()) {
                var token = sent.session().id().formToken();
                return PracticePages.lateForm(kept.keep(token, sent.input(), Optional.of(sent.session())), true);
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
    private ModelAndView preview(Submission sent, int status, Optional<Problem> failure) {
        var isOther = status == 409 && failure.isEmpty();
        var key = sent.input().key().filter(tried -> !isOther).orElseGet(UUID::randomUUID);
        var values = Map.of("sent", sent, "key", key, "isOther", isOther, "failure", failure);
        return pages.of(status, "preview", values);
    }

    @GetMapping(RECEIPT + "{number:[A-Za-z0-9-]+}")
    ModelAndView receipt(PscSession session, @PathVariable String number) throws PscException, InterruptedException {
        return receiver.receipt(session, number)
                .map(receipt -> pages.of("receipt", Map.of("receipt", receipt)))
                .orElseGet(() -> pages.message(404, "message.not-found"));
    }
}
