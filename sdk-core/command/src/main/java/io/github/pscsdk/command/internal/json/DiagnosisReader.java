package io.github.pscsdk.command.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.commandline.CommandLineProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what {@code psc doctor --json} wrote. */
public final class DiagnosisReader {
    private DiagnosisReader() {}

    /**
     * The findings, in their order.
     *
     * @throws PscException {@code DIAGNOSIS_UNREADABLE} if it is no such document
     */
    public static List<SeenFinding> findings(String document) throws PscException {
        try {
            var examinations = Json.PLAIN.readTree(document).path("examinations");
            if (!examinations.isArray()) {
                throw new PscException(CommandLineProblem.DIAGNOSIS_UNREADABLE, "no diagnosis: it has no examinations");
            }
            return elements(examinations).flatMap(DiagnosisReader::findings).toList();
        } catch (JsonProcessingException e) {
            // Without the cause, which quotes the document.
            throw new PscException(CommandLineProblem.DIAGNOSIS_UNREADABLE, "no diagnosis: it is not JSON");
        }
    }

    private static Stream<SeenFinding> findings(JsonNode examination) {
        var subject = examination.path("subject").asText();
        var where = examination.has("authenticator")
                ? subject + " " + examination.path("authenticator").asText()
                : subject;
        return elements(examination.path("findings"))
                .map(finding -> new SeenFinding(
                        where,
                        finding.path("code").asText(),
                        finding.path("severity").asText(),
                        finding.path("title").asText()));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
