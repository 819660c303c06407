package io.github.pscsdk.testkit.simulator.internal.control;

import io.github.pscsdk.testkit.persona.internal.json.JsonObject;
import io.github.pscsdk.testkit.simulator.PendingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.Handler;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.psc.RealmSnapshot;
import java.util.Locale;

/** Lists the pending requests, and answers the one that the path names by the form field {@code outcome}. */
final class PendingHandler implements Handler {
    static final String PATH = "/pending";

    private final RealmSnapshot snapshot;

    PendingHandler(RealmSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public Reply answer(IncomingRequest request) throws OAuthErrorException {
        if (request.method().equals("GET")) {
            return Reply.json(
                    200,
                    new JsonObject()
                            .withObjects(
                                    "pending",
                                    snapshot.pending().stream()
                                            .map(PendingHandler::describe)
                                            .toList()));
        }
        var id = request.path().substring(PATH.length() + 1);
        if (!snapshot.settle(id, outcome(request.form().required("outcome")))) {
            throw new OAuthErrorException(404, "not_found", "No such request waits for an answer");
        }
        return Reply.empty(204);
    }

    private static PendingRequest.Outcome outcome(String text) throws OAuthErrorException {
        try {
            return PendingRequest.Outcome.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw OAuthErrorException.invalidRequest("The outcome must be APPROVED, REFUSED or EXPIRED");
        }
    }

    private static JsonObject describe(PendingRequest pending) {
        return new JsonObject()
                .with("id", pending.id())
                .with("clientId", pending.clientId())
                .with("nationalId", pending.nationalId().value())
                .with("channel", pending.channel().name())
                .with("expiresAt", pending.expiresAt().toString());
    }
}
