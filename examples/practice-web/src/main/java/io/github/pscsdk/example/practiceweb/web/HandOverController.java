package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.practiceweb.declaration.Preview;
import io.github.pscsdk.example.practiceweb.receiver.DeclarationReceiver;
import io.github.pscsdk.example.practiceweb.receiver.HandOver;
import io.github.pscsdk.example.practiceweb.receiver.Receipt;
import io.github.pscsdk.example.practiceweb.view.Page;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.spring.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Hands over, and shows the receipt to whoever handed over. */
@Controller
final class HandOverController {
    private static final String RECEIPT = "/receipt/";

    private final Submissions submissions;
    private final DeclarationReceiver receiver;

    HandOverController(Submissions submissions, DeclarationReceiver receiver) {
        this.submissions = submissions;
        this.receiver = receiver;
    }

    /** Checks once more: what comes from a page may have been changed on the way. */
    @PostMapping("/declaration/hand-over")
    ModelAndView handOver(PscSession session, HttpServletRequest request, Locale locale) {
        return submissions.answer(session, request, locale, this::handOver);
    }

    private ModelAndView handOver(Submission sent, Declaration declaration) {
        var receipt = receiver.handOver(new HandOver(sent.key(), declaration));
        return SeeOther.at(RECEIPT + receipt.key().id());
    }

    @GetMapping(RECEIPT + "{id}")
    ModelAndView receipt(PscSession session, @PathVariable String id) {
        return receiver.receipt(Submissions.key(session, id))
                .map(HandOverController::page)
                .orElseGet(() -> Page.message(404, "message.not-found"));
    }

    private static ModelAndView page(Receipt receipt) {
        return Page.of(
                "receipt",
                Map.of(
                        "number", receipt.key().id(),
                        "at", receipt.at(),
                        "preview", Preview.of(receipt.declaration())));
    }
}
