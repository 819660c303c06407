package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.practiceweb.declaration.OfferFields;
import io.github.pscsdk.example.practiceweb.declaration.PlaceOfWork;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.ExpiredSessionForm;
import io.github.pscsdk.relyingparty.web.ExpiredSessionForms;
import io.github.pscsdk.sessionstore.SessionStore;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Forms of a declaration that were sent after the end of a session, by the place of work. */
@Component
final class KeptEntries {
    // The pages of one session are all of the place that was chosen last.
    private static final String ANY_PAGE = "declaration";

    private final ExpiredSessionForms forms;

    KeptEntries(SessionStore store, Clock clock) {
        this.forms = new ExpiredSessionForms(store, clock);
    }

    /** Notes whose forms this session's are from now on. */
    void note(PscSession session, PlaceOfWork place) {
        forms.note(session, ANY_PAGE, subject(session, place));
    }

    /**
     * Keeps what was sent with that session's token, for the person of that session; and tells so. With somebody else
     * logged in by now, nothing is kept.
     */
    boolean keep(String token, FormInput input, Optional<PscSession> now) {
        return forms.keep(token, ANY_PAGE, input.toText(), now);
    }

    /** All that waits for that person at that place, the latest first. */
    Stream<ExpiredSessionForm> waiting(PscSession session, PlaceOfWork place) {
        return forms.waiting(session).stream().filter(form -> form.subject().equals(subject(session, place)));
    }

    /** Forgets what a page showed, by its name: something newer was sent. Others go on waiting. */
    void drop(PscSession session, PlaceOfWork place, String name) {
        waiting(session, place).filter(form -> form.name().equals(name)).forEach(form -> forms.drop(session, form));
    }

    private static String subject(PscSession session, PlaceOfWork place) {
        // A place's own key means something in one session only: what the directory says of it tells places apart.
        return place.practice().profession().code()
                + DeclarationDocument.canonical(OfferFields.told(place, session.professional()));
    }
}
