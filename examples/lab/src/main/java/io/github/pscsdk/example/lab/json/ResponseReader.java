package io.github.pscsdk.example.lab.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.pscsdk.commandline.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.outcome.Finding;
import io.github.pscsdk.example.lab.outcome.Severity;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.util.ArrayList;
import java.util.List;

/** Reads what the form found in a declaration. */
public final class ResponseReader {
    private record Answer(List<Found> findings) {}

    private record Found(String rule, String severity) {}

    private ResponseReader() {}

    /**
     * The findings of an answer, in its order.
     *
     * @param body an answer with status 200, 201 or 422
     * @throws PscException {@link CommandLineProblem#ANSWER_UNUSABLE} where it is not such an answer
     */
    public static List<Finding> findings(String body) throws PscException {
        var findings = new ArrayList<Finding>();
        for (var found : answer(body).findings()) {
            findings.add(finding(found));
        }
        return findings;
    }

    private static Answer answer(String body) throws PscException {
        try {
            var answer = Json.PLAIN.readValue(body, Answer.class);
            if (answer != null && answer.findings() != null) {
                return answer;
            }
        } catch (JsonProcessingException e) {
            // Not kept as the cause: its message quotes the answer, which may hold personal data.
        }
        throw new PscException(LabProblem.ANSWER_UNUSABLE, "an answer without findings");
    }

    private static Finding finding(Found found) throws PscException {
        if (found == null || found.rule() == null || found.severity() == null) {
            throw new PscException(LabProblem.ANSWER_UNUSABLE, "a finding without rule or severity");
        }
        return new Finding(found.rule(), severity(found.severity()));
    }

    private static Severity severity(String code) throws PscException {
        return switch (code) {
            case "E" -> Severity.REJECTED;
            case "W" -> Severity.WARNED;
            case "N" -> Severity.CORRECTED;
            default -> throw new PscException(LabProblem.ANSWER_UNUSABLE, "a finding of unknown severity");
        };
    }
}
