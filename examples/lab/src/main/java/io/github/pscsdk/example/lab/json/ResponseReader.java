package io.github.pscsdk.example.lab.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.lab.outcome.Outcome;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.util.List;

/** Reads what became of a declaration of a batch. */
public final class ResponseReader {
    /** @param findings missing where the form could not read a declaration */
    private record Answer(int status, List<Finding> findings) {
        Answer {
            // Refuses one that is null.
            findings = findings == null ? null : List.copyOf(findings);
        }
    }

    private ResponseReader() {}

    /**
     * The outcome of a row.
     *
     * @throws PscException {@link LabProblem#ANSWER_UNUSABLE} where that settles nothing
     */
    public static Outcome outcome(int line, String body) throws PscException {
        var answer = answer(body);
        return switch (answer.status()) {
            case 200, 201 -> Outcome.accepted(line, findings(answer));
            case 422 -> refused(line, findings(answer));
            // The form could not even read the declaration, or found it too large: that settles the row all the same.
            case 400, 413 ->
                Outcome.refused(line, List.of(new Finding("HTTP-" + answer.status(), Severity.E, "", "", "")));
            default -> throw unusable("status " + answer.status());
        };
    }

    private static Outcome refused(int line, List<Finding> findings) throws PscException {
        if (findings.stream().noneMatch(Finding::isError)) {
            throw unusable("status 422 without a reason");
        }
        return Outcome.refused(line, findings);
    }

    private static List<Finding> findings(Answer answer) throws PscException {
        if (answer.findings() == null) {
            throw unusable("an answer without findings");
        }
        return answer.findings();
    }

    private static Answer answer(String body) throws PscException {
        try {
            var answer = JsonWriter.PLAIN.readValue(body, Answer.class);
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
}
