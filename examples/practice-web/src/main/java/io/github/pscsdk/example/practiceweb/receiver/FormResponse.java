package io.github.pscsdk.example.practiceweb.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads what the form answers; what cannot be read settles nothing. */
final class FormResponse {
    private FormResponse() {}

    static String number(byte[] answer) throws PscException {
        var number = tree(answer).at("/receipt/number").asText();
        if (number.isEmpty()) {
            throw unreadable(null);
        }
        return number;
    }

    static Receipt receipt(byte[] answer) throws PscException {
        var declaration = tree(answer).path("declaration").toString();
        try {
            return new Receipt(
                    number(answer),
                    Instant.parse(tree(answer).at("/receipt/receivedAt").asText()),
                    DeclarationDocument.read(declaration.getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedJsonException | DateTimeException e) {
            throw unreadable(e);
        }
    }

    static List<Finding> findings(byte[] answer) throws PscException {
        var findings = new ArrayList<Finding>();
        for (var finding : tree(answer).path("findings")) {
            findings.add(new Finding(
                    finding.path("rule").asText(),
                    severity(finding.path("severity").asText()),
                    finding.path("field").asText(),
                    finding.path("fr").asText(),
                    finding.path("en").asText()));
        }
        return findings;
    }

    private static Severity severity(String text) throws PscException {
        try {
            return Severity.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static JsonNode tree(byte[] answer) throws PscException {
        try {
            return DeclarationJson.readTolerantly(answer);
        } catch (MalformedJsonException e) {
            throw unreadable(e);
        }
    }

    private static PscException unreadable(Exception cause) {
        return new PscException(LoginProblem.API_UNAVAILABLE, "the form's answer cannot be read", cause);
    }
}
