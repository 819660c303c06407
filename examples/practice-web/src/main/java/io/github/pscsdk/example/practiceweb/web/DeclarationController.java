package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.practiceweb.declaration.Preview;
import io.github.pscsdk.example.practiceweb.place.PlaceChoice;
import io.github.pscsdk.example.practiceweb.place.PlaceOfWork;
import io.github.pscsdk.example.practiceweb.view.CurrentPage;
import io.github.pscsdk.example.practiceweb.view.Page;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.spring.PscPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form and its preview. */
@Controller
final class DeclarationController {
    private static final String PREVIEW = "/declaration/preview";

    private final PlaceChoice choice;
    private final Submissions submissions;
    private final FormScreen form;
    private final KeptEntries kept;

    DeclarationController(PlaceChoice choice, Submissions submissions, FormScreen form, KeptEntries kept) {
        this.choice = choice;
        this.submissions = submissions;
        this.form = form;
        this.kept = kept;
    }

    @GetMapping(FormScreen.ADDRESS)
    ModelAndView open(PscSession session, Locale locale) {
        return choice.of(session).map(place -> open(session, place, locale)).orElseGet(() -> PscPages.seeOther("/me"));
    }

    private ModelAndView open(PscSession session, PlaceOfWork place, Locale locale) {
        kept.note(session, place);
        return form.open(place, session.professional(), kept.find(session, place), locale);
    }

    /** Back from the preview, or in another language. */
    @PostMapping(FormScreen.ADDRESS)
    ModelAndView again(PscSession session, HttpServletRequest request, Locale locale) {
        return submissions.again(session, request, locale);
    }

    @PostMapping(PREVIEW)
    ModelAndView preview(PscSession session, HttpServletRequest request, Locale locale)
            throws PscException, InterruptedException {
        return submissions.answer(session, request, locale, DeclarationController::preview);
    }

    /** The declaration as the rules wrote it, to be handed over. */
    static ModelAndView preview(Submission sent, Declaration declaration) {
        return Page.of(
                "preview",
                CurrentPage.answering(PREVIEW),
                200,
                Map.of(
                        "preview",
                        Preview.of(declaration),
                        "sent",
                        sent.entries(),
                        "checked",
                        sent.checked(),
                        "key",
                        sent.key()));
    }
}
