package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.practiceweb.declaration.EntryCheck;
import io.github.pscsdk.example.practiceweb.declaration.Preview;
import io.github.pscsdk.example.practiceweb.receiver.DeclarationReceiver;
import io.github.pscsdk.example.practiceweb.receiver.DeclarationRejectedException;
import io.github.pscsdk.example.practiceweb.receiver.Receipt;
import io.github.pscsdk.example.practiceweb.view.Page;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.ProblemStatus;
import io.github.pscsdk.spring.PscPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Hands over, and shows the receipt to whoever handed over. */
@Controller
final class HandOverController {
    private static final Logger LOG = LoggerFactory.getLogger(HandOverController.class);
    private static final String RECEIPT = "/receipt/";

    private final Submissions submissions;
    private final DeclarationReceiver receiver;
    private final EntryCheck check;
    private final FormScreen form;
    private final KeptEntries kept;

    HandOverController(
            Submissions submissions,
            DeclarationReceiver receiver,
            EntryCheck check,
            FormScreen form,
            KeptEntries kept) {
        this.submissions = submissions;
        this.receiver = receiver;
        this.check = check;
        this.form = form;
        this.kept = kept;
    }

    /** Checks once more: what comes from a page may have been changed on the way. */
    @PostMapping("/declaration/hand-over")
    ModelAndView handOver(PscSession session, HttpServletRequest request, Locale locale)
            throws PscException, InterruptedException {
        return submissions.answer(
                session, request, locale, (sent, declaration) -> handOver(session, sent, declaration, locale));
    }

    private ModelAndView handOver(PscSession session, Submission sent, Declaration declaration, Locale locale)
            throws InterruptedException {
        try {
            return PscPages.seeOther(RECEIPT + receiver.handOver(session, sent.key(), declaration));
        } catch (DeclarationRejectedException e) {
            return form.again(sent.with(check.told(e.findings(), locale)), session.professional(), locale);
        } catch (PscException e) {
            LOG.info("nothing was handed over: {}", e.problem().code());
            if (e.problem() instanceof LoginProblem problem && problem.endsSession()) {
                var isKept = kept.keep(session.id(), sent.entries());
                return PscPages.seeOther(isKept ? PracticePages.FORM_KEPT : PracticePages.FORM_LOST);
            }
            return again(sent, declaration, e, locale);
        }
    }

    /** The preview with the remedy above it; its button hands over under the same key, so that it counts once. */
    private static ModelAndView again(Submission sent, Declaration declaration, PscException failure, Locale locale) {
        var page = DeclarationController.preview(sent, declaration)
                .addObject("remedy", Optional.of(failure.problem().remedy(locale)))
                .addObject("code", failure.problem().code());
        page.setStatus(HttpStatusCode.valueOf(ProblemStatus.of(failure.problem())));
        return Page.titled("preview.title.failed", page);
    }

    @GetMapping(RECEIPT + "{number}")
    ModelAndView receipt(PscSession session, @PathVariable String number) throws PscException, InterruptedException {
        return receiver.receipt(session, number)
                .map(HandOverController::page)
                .orElseGet(() -> Page.message(404, "message.not-found"));
    }

    private static ModelAndView page(Receipt receipt) {
        return Page.of(
                "receipt",
                Map.of(
                        "number", receipt.number(),
                        "at", receipt.at(),
                        "preview", Preview.of(receipt.declaration())));
    }
}
