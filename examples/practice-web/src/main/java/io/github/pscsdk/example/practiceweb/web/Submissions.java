package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.practiceweb.declaration.EntryCheck;
import io.github.pscsdk.example.practiceweb.declaration.FormEntries;
import io.github.pscsdk.example.practiceweb.place.PlaceChoice;
import io.github.pscsdk.example.practiceweb.place.PlaceOfWork;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.spring.PscPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Reads, checks and answers a form that was sent. What was typed is in the pages, and kept
 * here only if the session is over before it is sent. Whoever has chosen no
 * place of work is sent to choose one.
 */
@Component
final class Submissions {
    /** Answers a form whose declaration the rules accept. */
    @FunctionalInterface
    interface Accepted {
        ModelAndView show(Submission sent, Declaration declaration) throws PscException, InterruptedException;
    }

    static final String KEY = "key";

    private final PlaceChoice choice;
    private final EntryCheck check;
    private final FormScreen form;
    private final KeptEntries kept;

    Submissions(PlaceChoice choice, EntryCheck check, FormScreen form, KeptEntries kept) {
        this.choice = choice;
        this.check = check;
        this.form = form;
        this.kept = kept;
    }

    /** With the form again, whatever the rules say; unjudged, if it was so and is only wanted in another language. */
    ModelAndView again(PscSession session, HttpServletRequest request, Locale locale) {
        if (request.getParameter("unchecked") != null) {
            return choice.of(session)
                    .map(place -> unchecked(session, place, request, locale))
                    .orElseGet(() -> PscPages.seeOther("/me"));
        }
        return read(session, request, locale)
                .map(sent -> form.again(sent, session.professional(), locale))
                .orElseGet(() -> PscPages.seeOther("/me"));
    }

    private ModelAndView unchecked(PscSession session, PlaceOfWork place, HttpServletRequest request, Locale locale) {
        var entries = entries(request);
        kept.note(session, place);
        var waits = kept.drop(session, place, kept(request)) && kept.keep(session.id(), entries);
        var waiting = waits ? kept.find(session, place) : Optional.<KeptEntries.Waiting>empty();
        return form.open(place, session.professional(), entries, waiting, locale);
    }

    private static String kept(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("kept")).orElse("");
    }

    /** With that screen; with the form again if something must be corrected. */
    ModelAndView answer(PscSession session, HttpServletRequest request, Locale locale, Accepted screen)
            throws PscException, InterruptedException {
        var sent = read(session, request, locale);
        if (sent.isEmpty()) {
            return PscPages.seeOther("/me");
        }
        var accepted = sent.get().accepted();
        return accepted.isPresent()
                ? screen.show(sent.get(), accepted.get())
                : form.again(sent.get(), session.professional(), locale);
    }

    private Optional<Submission> read(PscSession session, HttpServletRequest request, Locale locale) {
        var professional = session.professional();
        var entries = entries(request);
        var key = key(Optional.ofNullable(request.getParameter(KEY)).orElse(""));
        var chosen = choice.of(session);
        chosen.ifPresent(place -> {
            kept.note(session, place);
            kept.drop(session, place, kept(request));
        });
        return chosen.map(
                place -> new Submission(key, place, entries, check.check(entries, place, professional, locale)));
    }

    static FormEntries entries(HttpServletRequest request) {
        return FormEntries.of(
                name -> Stream.ofNullable(request.getParameterValues(name)).flatMap(Stream::of));
    }

    /** A text that is none is another one than any that was handed over. */
    private static UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
