package io.github.pscsdk.example.desktop.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.outbox.HandOver;
import io.github.pscsdk.outbox.OutboxItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Writes and reads what this software keeps with an item of the outbox. */
public final class ItemJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ItemJson() {}

    /**
     * A hand-over; what is about one declaration goes out in its order.
     *
     * @param content as it was typed, for the form to show again
     * @param body what is sent
     */
    public static HandOver handOver(UUID id, OutboxRequest request, Declaration content, String body) {
        var details = MAPPER.createObjectNode();
        details.put("kind", request.kind().name()).put("content", DeclarationDocument.canonical(content));
        write(details, request.upon());
        var subject = request.upon().map(Receipt::number).orElse("");
        return new HandOver(id, subject, details.toString(), body);
    }

    /** What is sent for a withdrawal. */
    public static String withdrawal(WithdrawalReason reason) {
        var code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return MAPPER.createObjectNode().put("reason", code).toString();
    }

    /** What an item asks of the receiver. */
    public static OutboxRequest request(HandOver item) {
        var details = tree(item.details());
        return new OutboxRequest(Kind.valueOf(details.path("kind").asText()), receipt(details));
    }

    /** The answer of the receiver to one. */
    public static String answer(Optional<Receipt> receipt, List<Finding> remarks) {
        var answer = MAPPER.createObjectNode();
        write(answer, receipt);
        var all = answer.putArray("findings");
        remarks.forEach(remark -> all.addObject()
                .put("rule", remark.rule())
                .put("field", remark.field())
                .put("severity", remark.severity().name())
                .put("fr", remark.fr())
                .put("en", remark.en()));
        return answer.toString();
    }

    /** An item with what {@link #handOver} and {@link #answer} wrote. */
    public static DeclarationItem read(OutboxItem item) {
        var answer = item.answer().isEmpty() ? MAPPER.createObjectNode() : tree(item.answer());
        return new DeclarationItem(
                item,
                request(item.handOver()),
                content(tree(item.handOver().details()).path("content").asText()),
                receipt(answer),
                ResponseReader.findings(answer));
    }

    private static Declaration content(String document) {
        try {
            return DeclarationDocument.read(document.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJsonException e) {
            throw unknown();
        }
    }

    private static void write(ObjectNode node, Optional<Receipt> receipt) {
        receipt.ifPresent(given -> node.put("number", given.number()).put("hash", given.hash()));
    }

    private static Optional<Receipt> receipt(JsonNode node) {
        return node.has("number")
                ? Optional.of(new Receipt(
                        node.path("number").asText(), node.path("hash").asText()))
                : Optional.empty();
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw unknown();
        }
    }

    /** Without a cause: its message quotes the text. */
    private static IllegalStateException unknown() {
        return new IllegalStateException("an item was not written by this class");
    }
}
