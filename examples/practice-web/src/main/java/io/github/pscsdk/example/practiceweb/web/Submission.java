package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck.Outcome;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.practiceweb.declaration.OfferFields;
import io.github.pscsdk.example.practiceweb.declaration.PlaceOfWork;
import io.github.pscsdk.relyingparty.session.PscSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A form that was sent.
 *
 * @param session of the person who sent it
 * @param place the place of work that was chosen
 * @param key what handing it over will be known by; the form brings it back, so that sending it twice counts once
 * @param typed what stood in it
 * @param waited whether it had waited since the end of an earlier session
 * @param outcome what the rules say
 */
record Submission(PscSession session, PlaceOfWork place, UUID key, Declaration typed, boolean waited, Outcome outcome) {
    static Declaration typed(HttpServletRequest request) {
        return OfferFields.read(name -> Optional.ofNullable(request.getParameterValues(name))
                .map(List::of)
                .orElse(List.of()));
    }

    /** A text that is none is another one than any that was handed over. */
    static UUID key(HttpServletRequest request) {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("key")));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    Optional<Declaration> accepted() {
        return outcome.normalised();
    }

    /** The same with what somebody else's rules say. */
    Submission rejected(List<Finding> findings) {
        return new Submission(session, place, key, typed, waited, new Outcome(outcome.kept(), findings));
    }
}
