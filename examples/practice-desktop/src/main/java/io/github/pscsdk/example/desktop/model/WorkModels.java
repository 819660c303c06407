package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.example.desktop.handover.SantefrReceiver;
import io.github.pscsdk.outbox.Outbox;
import java.util.UUID;

/**
 * What there is to work with for one professional, from their login to their sign-out.
 *
 * @param form the form
 * @param outbox their drafts and hand-overs
 */
public record WorkModels(FormModel form, OutboxModel outbox) {
    /** Opens it, and sends what was left waiting by the same professional. */
    public static WorkModels open(AuthenticationSession session, Outbox outbox, ModelThreads threads) {
        var professional = session.professional();
        var model = new OutboxModel(
                outbox.of(professional.identifiers().toArray(NationalId[]::new)),
                new SantefrReceiver(session),
                threads);
        model.deliver();
        return new WorkModels(new FormModel(professional, model, UUID::randomUUID), model);
    }
}
