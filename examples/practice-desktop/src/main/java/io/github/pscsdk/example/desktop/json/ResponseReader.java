package io.github.pscsdk.example.desktop.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.handover.DeclarationStatus;
import io.github.pscsdk.example.desktop.handover.Receipt;
import io.github.pscsdk.example.desktop.handover.ReceiverFinding;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the answers of the receiver; after one that cannot be read, the item is sent again. */
public final class ResponseReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_REMARKS = 200;

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
    public static List<ReceiverFinding> reasons(String answer) throws PscException {
        var why = tree(answer);
        return List.of(new ReceiverFinding(
                "", true, why.path("fr").asText(), why.path("en").asText()));
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
    public static List<ReceiverFinding> remarks(String answer) throws PscException {
        var remarks = new ArrayList<ReceiverFinding>();
        for (var finding : tree(answer).path("findings")) {
            if (remarks.size() < MOST_REMARKS) {
                remarks.add(remark(finding));
            }
        }
        return remarks;
    }

    private static ReceiverFinding remark(JsonNode finding) {
        return new ReceiverFinding(
                finding.path("field").asText(),
                finding.path("severity").asText().equals("E"),
                finding.path("fr").asText(),
                finding.path("en").asText());
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
