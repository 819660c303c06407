package io.github.pscsdk.example.desktop.declaration;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.json.AnswerReader;
import io.github.pscsdk.example.desktop.outbox.Answer;
import io.github.pscsdk.example.desktop.outbox.Post;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Sends through a session to the stand-in of the Santé.fr form, which the server half knows as {@code santefr}. Santé.fr itself
 * has no public API: another receiver is another {@link Post}.
 */
public final class SantefrPost implements Post {
    private static final String RECEIVER = "santefr";

    private final AuthenticationSession session;

    /** Sends in the name of whoever is logged in. */
    public SantefrPost(AuthenticationSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    @Override
    public Answer send(String key, String body) throws PscException, InterruptedException {
        var response = session.send(ApiRequest.of("POST", RECEIVER, "declarations")
                .withHeader("Idempotency-Key", key)
                .withBody("application/json", body.getBytes(StandardCharsets.UTF_8)));
        return switch (response.status()) {
            case 200, 201 ->
                new Answer.Received(AnswerReader.receipt(response.text()), AnswerReader.remarks(response.text()));
            case 422 -> new Answer.Rejected(DesktopProblem.DECLARATION_REJECTED, AnswerReader.remarks(response.text()));
            case 400, 413 -> new Answer.Rejected(DesktopProblem.NOT_UNDERSTOOD, List.of());
            case 409 -> new Answer.Rejected(DesktopProblem.KEY_TAKEN, List.of());
            default -> throw new PscException(DesktopProblem.ANSWER_UNUSABLE, "status " + response.status());
        };
    }
}
