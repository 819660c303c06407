package io.github.pscsdk.example.desktop.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads the answers of the receiver; after one that cannot be read, the item is sent again. */
public final class ResponseReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_FINDINGS = 200;

    private ResponseReader() {}

    /** The receipt. */
    public static Receipt receipt(String answer) throws PscException {
        var receipt = tree(answer).path("receipt");
        var number = receipt.path("number").asText();
        var hash = receipt.path("hash").asText();
        if (number.isBlank() || hash.isBlank()) {
            throw unusable("no receipt");
        }
        return new Receipt(number, hash);
    }

    /** The stable name of what the receiver has against it; empty where it names none. */
    public static String refusal(String answer) throws PscException {
        return tree(answer).path("error").asText();
    }

    /** Why it is refused, in the receiver's words. */
    public static List<Finding> reasons(String answer) throws PscException {
        return List.of(finding(tree(answer), Severity.E));
    }

    /** The status of all declarations, by their numbers. */
    public static Map<String, DeclarationStatus> statuses(String answer) throws PscException {
        var statuses = new HashMap<String, DeclarationStatus>();
        for (var one : tree(answer).path("dossiers")) {
            statuses.put(
                    one.path("number").asText(),
                    new DeclarationStatus(
                            one.path("state").asText(),
                            one.path("asksForConfirmation").asBoolean()));
        }
        return statuses;
    }

    /** What was remarked, in the order of the answer. */
    public static List<Finding> findings(String answer) throws PscException {
        return findings(tree(answer));
    }

    static List<Finding> findings(JsonNode answer) {
        return StreamSupport.stream(answer.path("findings").spliterator(), false)
                .limit(MOST_FINDINGS)
                .map(finding ->
                        finding(finding, severity(finding.path("severity").asText())))
                .toList();
    }

    /** A severity of a later version stands in nobody's way. */
    private static Severity severity(String text) {
        return text.equals("E") ? Severity.E : Severity.W;
    }

    private static Finding finding(JsonNode node, Severity severity) {
        return new Finding(
                node.path("rule").asText(),
                severity,
                node.path("field").asText(),
                node.path("fr").asText(),
                node.path("en").asText());
    }

    private static JsonNode tree(String answer) throws PscException {
        try {
            return MAPPER.readTree(answer);
        } catch (JsonProcessingException e) {
            // Not as the cause: its message quotes the answer.
            throw unusable("no JSON");
        }
    }

    private static PscException unusable(String detail) {
        return new PscException(DesktopProblem.ANSWER_UNUSABLE, detail);
    }
}
