package io.github.pscsdk.example.desktop.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.outbox.Remark;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import java.util.ArrayList;
import java.util.List;

/** Reads the answers of the receiver; one that cannot be read settles nothing. */
public final class AnswerReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_REMARKS = 200;

    private AnswerReader() {}

    /** The number of the receipt. */
    public static String receipt(String answer) throws PscException {
        var number = tree(answer).path("receipt").path("number").asText();
        if (number.isBlank()) {
            throw unusable("no receipt");
        }
        return number;
    }

    /** What was remarked, in the order of the answer. */
    public static List<Remark> remarks(String answer) throws PscException {
        var remarks = new ArrayList<Remark>();
        for (var finding : tree(answer).path("findings")) {
            if (remarks.size() < MOST_REMARKS) {
                remarks.add(remark(finding));
            }
        }
        return remarks;
    }

    private static Remark remark(JsonNode finding) {
        return new Remark(
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
