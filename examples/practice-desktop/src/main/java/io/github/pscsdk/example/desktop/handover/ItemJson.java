package io.github.pscsdk.example.desktop.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.example.imports.ImportedRow;
import io.github.pscsdk.outbox.HandOver;
import io.github.pscsdk.outbox.OutboxItem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The details and the answer that are kept with an item of the outbox, as JSON. */
public final class ItemJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_FINDINGS = 200;

    private ItemJson() {}

    /** @param upon null for none, as Jackson has it */
    private record Details(Kind kind, Receipt upon, String content) {}

    /**
     * A hand-over; requests about one declaration go out in their order.
     *
     * @param body what is sent; empty of a draft
     */
    public static HandOver handOver(OutboxRequest request, String body) {
        var upon = request.upon();
        var content = DeclarationDocument.canonical(request.content());
        var details = MAPPER.valueToTree(new Details(request.kind(), upon.orElse(null), content));
        return new HandOver(request.id(), upon.map(Receipt::number).orElse(""), details.toString(), body);
    }

    /** A hand-over of an imported row, with an id that is the same at each import; empty if the row is rejected. */
    public static Optional<HandOver> importedRow(ImportedRow row) {
        return row.declaration().map(content -> {
            var body = DeclarationDocument.canonical(content);
            var id = UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8));
            return handOver(new OutboxRequest(id, Kind.HAND_OVER, Optional.empty(), content), body);
        });
    }

    /** The body of a withdrawal. */
    public static String withdrawal(WithdrawalReason reason) {
        return MAPPER.createObjectNode().put("reason", KebabCase.of(reason)).toString();
    }

    /** The request in an item. */
    public static OutboxRequest request(HandOver item) {
        try {
            var details = MAPPER.readValue(item.details(), Details.class);
            var content = DeclarationDocument.read(details.content().getBytes(StandardCharsets.UTF_8));
            return new OutboxRequest(item.id(), details.kind(), Optional.ofNullable(details.upon()), content);
        } catch (JsonProcessingException | MalformedJsonException e) {
            throw unknown();
        }
    }

    /** The receiver's answer, to be kept, with its findings as it wrote them. */
    static String answer(Optional<Receipt> receipt, Iterable<JsonNode> findings) {
        var answer = MAPPER.createObjectNode();
        receipt.ifPresent(given -> answer.put("number", given.number()).put("hash", given.hash()));
        var some = answer.putArray("findings");
        StreamSupport.stream(findings.spliterator(), false).limit(MOST_FINDINGS).forEach(some::add);
        return answer.toString();
    }

    /** An item with the details of {@link #handOver} and the answer of {@link #answer}. */
    public static DeclarationItem read(OutboxItem item) {
        // Of an item that is not settled, the answer is empty and has no findings.
        var answer = tree(item.answer()).orElseThrow(ItemJson::unknown);
        var remarks = StreamSupport.stream(answer.path("findings").spliterator(), false)
                .map(ItemJson::finding)
                .toList();
        return new DeclarationItem(item, request(item.handOver()), receipt(answer), remarks);
    }

    /** Of a receiver's answer or a kept one; empty where its number or hash is missing. */
    static Optional<Receipt> receipt(JsonNode node) {
        return Optional.of(new Receipt(
                        node.path("number").asText(), node.path("hash").asText()))
                .filter(receipt ->
                        !receipt.number().isBlank() && !receipt.hash().isBlank());
    }

    /** A severity of a later version stands in nobody's way. */
    private static Finding finding(JsonNode node) {
        return new Finding(
                node.path("rule").asText(),
                node.path("severity").asText().equals("E") ? Severity.E : Severity.W,
                node.path("field").asText(),
                node.path("fr").asText(),
                node.path("en").asText());
    }

    /** Without the exception of the parser, whose message quotes the text; empty where it is no JSON. */
    static Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static IllegalStateException unknown() {
        return new IllegalStateException("an item was not written by this class");
    }
}
