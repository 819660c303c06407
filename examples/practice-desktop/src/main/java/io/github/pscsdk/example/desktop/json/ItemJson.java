package io.github.pscsdk.example.desktop.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.example.desktop.handover.DeclarationItem;
import io.github.pscsdk.example.desktop.handover.OutboxRequest;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.example.desktop.handover.Receipt;
import io.github.pscsdk.example.desktop.handover.ReceiverFinding;
import io.github.pscsdk.outbox.HandOver;
import io.github.pscsdk.outbox.OutboxItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes and reads what this software keeps with an item of the outbox. */
public final class ItemJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ItemJson() {}

    /** A hand-over; what is about one declaration goes out in its order. */
    public static HandOver handOver(UUID id, String title, OutboxRequest request, String draft, String body) {
        var details = MAPPER.createObjectNode();
        details.put("title", title).put("kind", request.kind().name()).put("draft", draft);
        write(details, request.upon());
        var subject = request.upon().map(Receipt::number).orElse("");
        return new HandOver(id, subject, details.toString(), body);
    }

    /** What an item asks of the receiver. */
    public static OutboxRequest request(HandOver item) {
        var details = tree(item.details());
        return new OutboxRequest(Kind.valueOf(details.path("kind").asText()), receipt(details));
    }

    /** The answer of the receiver to one. */
    public static String answer(Optional<Receipt> receipt, List<ReceiverFinding> remarks) {
        var answer = MAPPER.createObjectNode();
        write(answer, receipt);
        var all = answer.putArray("remarks");
        for (var remark : remarks) {
            all.addObject()
                    .put("field", remark.field())
                    .put("rejecting", remark.rejecting())
                    .put("fr", remark.french())
                    .put("en", remark.english());
        }
        return answer.toString();
    }

    /** An item with what {@link #handOver} and {@link #answer} wrote. */
    public static DeclarationItem read(OutboxItem item) {
        var details = tree(item.handOver().details());
        var answer = item.answer().isEmpty() ? MAPPER.createObjectNode() : tree(item.answer());
        var remarks = new ArrayList<ReceiverFinding>();
        for (var remark : answer.path("remarks")) {
            remarks.add(new ReceiverFinding(
                    remark.path("field").asText(),
                    remark.path("rejecting").asBoolean(),
                    remark.path("fr").asText(),
                    remark.path("en").asText()));
        }
        return new DeclarationItem(
                item,
                details.path("title").asText(),
                request(item.handOver()),
                details.path("draft").asText(),
                receipt(answer),
                remarks);
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
            // Not as the cause: its message quotes the text.
            throw new IllegalStateException("an item was not written by this class");
        }
    }
}
