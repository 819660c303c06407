package io.github.pscsdk.example.lab.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.outcome.Finding;
import io.github.pscsdk.example.lab.outcome.Outcome;
import io.github.pscsdk.example.lab.outcome.Severity;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads what became of a declaration of a batch. */
public final class ResponseReader {
    private record Answer(int status, List<Found> findings) {}

    private record Found(String rule, String severity, String field, String fr, String en) {}

    private ResponseReader() {}

    /**
     * The outcome of a row.
     *
     * @param line of the row in its file
     * @param body the line that answers it
     * @throws PscException {@link LabProblem#ANSWER_UNUSABLE} where that settles nothing
     */
    public static Outcome outcome(int line, String body) throws PscException {
        var answer = answer(body);
        return switch (answer.status()) {
            case 200, 201 -> Outcome.accepted(line, findings(answer));
            case 422 -> rejected(line, findings(answer));
            // The form could not even read the declaration, or found it too large: that settles the row all the same.
            case 400, 413 -> Outcome.refused(line, List.of(Finding.rejecting("HTTP-" + answer.status())));
            default -> throw unusable("status " + answer.status());
        };
    }

    private static Outcome rejected(int line, List<Finding> findings) throws PscException {
        if (findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw unusable("status 422 without a reason");
        }
        return Outcome.refused(line, findings);
    }

    private static List<Finding> findings(Answer answer) throws PscException {
        if (answer.findings() == null) {
            throw unusable("an answer without findings");
        }
        var findings = new ArrayList<Finding>();
        for (var found : answer.findings()) {
            findings.add(finding(found));
        }
        return findings;
    }

    private static Answer answer(String body) throws PscException {
        try {
            var answer = Json.PLAIN.readValue(body, Answer.class);
            if (answer != null) {
                return answer;
            }
        } catch (JsonProcessingException e) {
            // Not kept as the cause: its message quotes the answer, which may hold personal data.
        }
        throw unusable("not an answer");
    }

    private static PscException unusable(String detail) {
        return new PscException(LabProblem.ANSWER_UNUSABLE, detail);
    }

    private static Finding finding(Found found) throws PscException {
        if (found == null || found.rule() == null || found.severity() == null) {
            throw unusable("a finding without rule or severity");
        }
        return new Finding(
                found.rule(),
                severity(found.severity()),
                orEmpty(found.field()),
                orEmpty(found.fr()),
                orEmpty(found.en()));
    }

    private static String orEmpty(String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Severity severity(String code) throws PscException {
        return switch (code) {
            case "E" -> Severity.ERROR;
            case "W" -> Severity.WARNING;
            case "N" -> Severity.CORRECTION;
            default -> throw unusable("a finding of unknown severity");
        };
    }
}
