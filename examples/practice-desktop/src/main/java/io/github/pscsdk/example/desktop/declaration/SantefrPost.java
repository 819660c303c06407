package io.github.pscsdk.example.desktop.declaration;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.json.AnswerReader;
import io.github.pscsdk.example.desktop.outbox.DeclarationStatus;
import io.github.pscsdk.example.desktop.outbox.Item;
import io.github.pscsdk.example.desktop.outbox.OutboxRequest;
import io.github.pscsdk.example.desktop.outbox.Post;
import io.github.pscsdk.example.desktop.outbox.Receipt;
import io.github.pscsdk.example.desktop.outbox.ReceiverAnswer;
import io.github.pscsdk.example.desktop.outbox.Register;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sends through a session to the stand-in of the Santé.fr form, which the server half knows as {@code santefr}. Santé.fr itself
 * has no public API: another receiver is another {@link Post}.
 */
public final class SantefrPost implements Post, Register {
    private static final String RECEIVER = "santefr";

    private final AuthenticationSession session;

    /** Sends in the name of whoever is logged in. */
    public SantefrPost(AuthenticationSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    @Override
    public ReceiverAnswer send(Item item) throws PscException, InterruptedException {
        var request =
                request(item.errand()).withHeader("Idempotency-Key", item.id().toString());
        var response = session.send(
                item.body().isEmpty()
                        ? request
                        : request.withBody("application/json", item.body().getBytes(StandardCharsets.UTF_8)));
        return switch (response.status()) {
            case 200, 201 -> received(item.errand(), response);
            case 422 ->
                new ReceiverAnswer.Rejected(DesktopProblem.DECLARATION_REJECTED, AnswerReader.remarks(response.text()));
            case 400, 413 -> new ReceiverAnswer.Rejected(DesktopProblem.NOT_UNDERSTOOD, List.of());
            case 412 -> changed(item.errand(), response);
            case 403, 404, 409 -> refused(item.errand(), response);
            default -> throw unusable(response);
        };
    }

    @Override
    public Map<String, DeclarationStatus> standings() throws PscException, InterruptedException {
        var response = session.send(ApiRequest.of("GET", RECEIVER, "dossiers"));
        if (response.status() != 200) {
            throw unusable(response);
        }
        return AnswerReader.standings(response.text());
    }

    private static ApiRequest request(OutboxRequest errand) {
        var path = "declarations"
                + errand.upon().map(receipt -> "/" + receipt.number()).orElse("");
        return switch (errand.kind()) {
            case HAND_OVER -> ApiRequest.of("POST", RECEIVER, path);
            case CORRECTION -> asSeen(ApiRequest.of("PUT", RECEIVER, path), errand);
            case CONFIRMATION -> asSeen(ApiRequest.of("POST", RECEIVER, path + "/confirmation"), errand);
            case WITHDRAWAL -> ApiRequest.of("POST", RECEIVER, path + "/withdrawal");
        };
    }

    private static ApiRequest asSeen(ApiRequest request, OutboxRequest errand) {
        return request.withHeader(
                "If-Match", "\"" + errand.upon().map(Receipt::hash).orElseThrow() + "\"");
    }

    private static ReceiverAnswer received(OutboxRequest errand, ApiResponse response) throws PscException {
        return errand.kind().isDeclaration()
                ? new ReceiverAnswer.Received(
                        AnswerReader.receipt(response.text()), AnswerReader.remarks(response.text()))
                : new ReceiverAnswer.Received(errand.upon().orElseThrow(), List.of());
    }

    private static ReceiverAnswer changed(OutboxRequest errand, ApiResponse response) throws PscException {
        if (errand.kind() == OutboxRequest.Kind.WITHDRAWAL) {
            // It is upon no version: somebody changed it in the same moment, and the next time it will do.
            throw unusable(response);
        }
        return new ReceiverAnswer.Rejected(DesktopProblem.CHANGED_ELSEWHERE, List.of());
    }

    private static ReceiverAnswer refused(OutboxRequest errand, ApiResponse response) throws PscException {
        var why = AnswerReader.refusal(response.text());
        if (errand.kind() == OutboxRequest.Kind.WITHDRAWAL && why.equals("withdrawn")) {
            // On the form, meanwhile: what was wanted is so.
            return new ReceiverAnswer.Received(errand.upon().orElseThrow(), List.of());
        }
        if (why.isEmpty()) {
            // Of somebody in between, not of the receiver.
            throw unusable(response);
        }
        return why.equals("conflict")
                ? new ReceiverAnswer.Rejected(DesktopProblem.KEY_TAKEN, List.of())
                : new ReceiverAnswer.Rejected(
                        DesktopProblem.REFUSED_AS_IT_STANDS, AnswerReader.reasons(response.text()));
    }

    private static PscException unusable(ApiResponse response) {
        return new PscException(DesktopProblem.ANSWER_UNUSABLE, "status " + response.status());
    }
}
