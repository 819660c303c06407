package io.github.pscsdk.example.desktop.handover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.outbox.HandOver;
import io.github.pscsdk.outbox.OutboxItem;
import io.github.pscsdk.outbox.Receiver;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends through a session to the stand-in of the Santé.fr form, which the server half knows as {@code santefr}.
 * Santé.fr itself has no public API: another receiver is another {@link Receiver}.
 */
public final class SantefrReceiver implements Receiver {
    private static final String RECEIVER = "santefr";

    /** A receiver, or a proxy before it, takes nothing now. Other statuses that settle nothing are about the item. */
    private static final Set<Integer> AWAY = Set.of(401, 429, 502, 503, 504);

    private final AuthenticationSession session;

    public SantefrReceiver(AuthenticationSession session) {
        this.session = session;
    }

    @Override
    public List<OutboxItem> send(List<HandOver> items) throws PscException, InterruptedException {
        return List.of(send(items.get(0)));
    }

    private OutboxItem send(HandOver item) throws PscException, InterruptedException {
        var asked = ItemJson.request(item);
        var request = request(asked).withHeader("Idempotency-Key", item.id().toString());
        var body = item.body().getBytes(StandardCharsets.UTF_8);
        var response = session.send(body.length == 0 ? request : request.withBody("application/json", body));
        if (AWAY.contains(response.status())) {
            throw unusable(response);
        }
        try {
            return result(item, asked, response);
        } catch (PscException e) {
            return item.failed(e.problem());
        }
    }

    private static ApiRequest request(OutboxRequest request) {
        var path = "declarations"
                + request.upon().map(receipt -> "/" + receipt.number()).orElse("");
        var asSeen = "\"" + request.upon().map(Receipt::hash).orElse("") + "\"";
        return switch (request.kind()) {
            case HAND_OVER -> ApiRequest.of("POST", RECEIVER, path);
            case CORRECTION -> ApiRequest.of("PUT", RECEIVER, path).withHeader("If-Match", asSeen);
            case CONFIRMATION ->
                ApiRequest.of("POST", RECEIVER, path + "/confirmation").withHeader("If-Match", asSeen);
            case WITHDRAWAL -> ApiRequest.of("POST", RECEIVER, path + "/withdrawal");
        };
    }

    private static OutboxItem result(HandOver item, OutboxRequest request, ApiResponse response) throws PscException {
        return switch (response.status()) {
            case 200, 201 -> request.kind().isDeclaration() ? received(item, response) : done(item, request);
            case 422 ->
                rejected(
                        item,
                        DesktopProblem.DECLARATION_REJECTED,
                        tree(response).path("findings"));
            case 400, 413 -> rejected(item, DesktopProblem.NOT_UNDERSTOOD, List.of());
            case 412 -> {
                if (request.kind() == Kind.WITHDRAWAL) {
                    // It names no version: somebody changed the declaration at the same moment, and a second try works.
                    throw unusable(response);
                }
                yield rejected(item, DesktopProblem.CHANGED_ELSEWHERE, List.of());
            }
            case 403, 404, 409 -> refused(item, request, response);
            default -> throw unusable(response);
        };
    }

    private static OutboxItem received(HandOver item, ApiResponse response) throws PscException {
        var answer = tree(response);
        var receipt = ItemJson.receipt(answer.path("receipt")).orElseThrow(() -> unusable(response));
        return item.received(ItemJson.answer(Optional.of(receipt), answer.path("findings")));
    }

    private static OutboxItem done(HandOver item, OutboxRequest request) {
        return item.received(ItemJson.answer(request.upon(), List.of()));
    }

    private static OutboxItem refused(HandOver item, OutboxRequest request, ApiResponse response) throws PscException {
        var answer = tree(response);
        var why = answer.path("error").asText();
        if (why.isEmpty()) {
            // An answer without a code comes from a proxy in between, not from the receiver.
            throw unusable(response);
        }
        if (request.kind() == Kind.WITHDRAWAL && why.equals("withdrawn")) {
            // Withdrawn on the form meanwhile: that is what was asked for.
            return done(item, request);
        }
        return why.equals("conflict")
                ? rejected(item, DesktopProblem.KEY_TAKEN, List.of())
                : rejected(
                        item, DesktopProblem.REFUSED_AS_IT_STANDS, List.of(((ObjectNode) answer).put("severity", "E")));
    }

    private static OutboxItem rejected(HandOver item, DesktopProblem problem, Iterable<JsonNode> findings) {
        return item.rejected(problem, ItemJson.answer(Optional.empty(), findings));
    }

    /** The status of all declarations of the person who is logged in, by their numbers. */
    public Map<String, HandedOverDeclaration.Status> statuses() throws PscException, InterruptedException {
        var response = session.send(ApiRequest.of("GET", RECEIVER, "declarations"));
        if (response.status() != 200) {
            throw unusable(response);
        }
        var statuses = new HashMap<String, HandedOverDeclaration.Status>();
        for (var one : tree(response).path("declarations")) {
            var asks = one.path("asksForConfirmation").asBoolean();
            var status = new HandedOverDeclaration.Status(one.path("state").asText(), asks);
            statuses.put(one.path("number").asText(), status);
        }
        return statuses;
    }

    private static JsonNode tree(ApiResponse response) throws PscException {
        return ItemJson.tree(response.text()).orElseThrow(() -> unusable(response));
    }

    private static PscException unusable(ApiResponse response) {
        return new PscException(DesktopProblem.ANSWER_UNUSABLE, "status " + response.status());
    }
}
