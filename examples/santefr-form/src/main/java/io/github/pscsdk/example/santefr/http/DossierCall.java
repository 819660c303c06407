package io.github.pscsdk.example.santefr.http;

import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException;
import io.github.pscsdk.example.declaration.lifecycle.EventRefusedException.Refusal;
import io.github.pscsdk.example.santefr.dossier.NoSuchDossierException;
import io.github.pscsdk.example.santefr.json.AnswerWriter;
import io.github.pscsdk.example.santefr.store.StaleRevisionException;
import io.github.pscsdk.example.santefr.store.TooManyDraftsException;
import io.javalin.http.Context;

/** A call on the dossiers. Running it answers its exceptions with the failures of the API. */
@FunctionalInterface
interface DossierCall {
    void run() throws EventRefusedException, NoSuchDossierException, StaleRevisionException, TooManyDraftsException;

    static void run(Context context, DossierCall call) {
        try {
            call.run();
        } catch (NoSuchDossierException e) {
            throw new RefusedException(Failure.NOT_FOUND);
        } catch (StaleRevisionException e) {
            throw new RefusedException(Failure.STALE);
        } catch (TooManyDraftsException e) {
            throw new RefusedException(Failure.TOO_MANY_DRAFTS);
        } catch (EventRefusedException e) {
            refuse(context, e);
        }
    }

    private static void refuse(Context context, EventRefusedException e) {
        if (e.refusal() == Refusal.HAS_ERRORS) {
            DeclarationHandlers.reject(context, e.findings());
            return;
        }
        var status = e.refusal() == Refusal.NOT_ELIGIBLE ? 403 : 409;
        Answers.json(context, status, AnswerWriter.error(e.refusal().code(), e.french(), e.english(), ""));
    }
}
