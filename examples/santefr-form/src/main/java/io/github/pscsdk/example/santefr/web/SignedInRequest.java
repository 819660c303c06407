package io.github.pscsdk.example.santefr.web;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.dossier.SeenRevision;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.FormToken;

/**
 * Who visits a page that needs a session, and what they sent.
 *
 * @param session of the professional
 * @param caller the professional
 * @param form empty for a page that is only read
 */
record SignedInRequest(PscSession session, Caller caller, FormFields form) {
    /** The token of the forms of this session. */
    String token() {
        return FormToken.of(session.id()).value();
    }

    /** The dossier of the address, as it was when the form was shown; a revision that is none is that of no dossier. */
    SeenRevision seen(PageRequest request) throws NoSuchDossierException {
        try {
            return new SeenRevision(
                    request.path("number"),
                    Integer.parseInt(form.get("revision").orElse("")));
        } catch (NumberFormatException e) {
            throw new NoSuchDossierException();
        }
    }

    /** Hides the professional. */
    @Override
    public String toString() {
        return "SignedInRequest[…]";
    }
}
