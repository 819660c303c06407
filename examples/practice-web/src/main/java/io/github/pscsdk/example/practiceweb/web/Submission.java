package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck.Outcome;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.practiceweb.declaration.OfferFields;
import io.github.pscsdk.example.practiceweb.declaration.PlaceOfWork;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.util.List;
import java.util.Optional;

/**
 * A form that was sent.
 *
 * @param session of the person who sent it
 * @param place the place of work that was chosen
 * @param input what stood in it
 * @param outcome what the rules say
 */
record Submission(PscSession session, PlaceOfWork place, FormInput input, Outcome outcome) {
    static Submission of(PscSession session, PlaceOfWork place, FormInput input) {
        var outcome = OfferFields.check(input.typed(), place, session.professional());
        return new Submission(session, place, input, outcome);
    }

    Optional<Declaration> accepted() {
        return outcome.normalised();
    }

    /** The same with what somebody else's rules say. */
    Submission rejected(List<Finding> findings) {
        return new Submission(session, place, input, new Outcome(outcome.kept(), findings));
    }
}
