package io.github.pscsdk.example.practiceweb.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.practiceweb.receiver.FormReceiver.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** A response of the form; one that cannot be read settles nothing. */
public record FormResponse(int status, byte[] body) {
    /** The number of the receipt. */
    public String number() throws PscException {
        return read(FormResponse::number);
    }

    Receipt receipt() throws PscException {
        return read(answer -> new Receipt(
                number(answer),
                Instant.parse(answer.at("/receipt/receivedAt").asText()),
                DeclarationDocument.read(answer.path("declaration").toString().getBytes(StandardCharsets.UTF_8))));
    }

    /** The findings of the form's rules. */
    public List<Finding> findings() throws PscException {
        return read(answer -> answer.path("findings")
                .valueStream()
                .map(finding -> new Finding(
                        finding.path("rule").asText(),
                        Severity.valueOf(finding.path("severity").asText()),
                        finding.path("field").asText(),
                        finding.path("fr").asText(),
                        finding.path("en").asText()))
                .toList());
    }

    private static String number(JsonNode answer) throws MalformedJsonException {
        var number = answer.at("/receipt/number").asText();
        if (number.isEmpty()) {
            throw new MalformedJsonException("a receipt without a number");
        }
        return number;
    }

    @FunctionalInterface
    private interface Content<T> {
        T of(JsonNode answer) throws MalformedJsonException;
    }

    private <T> T read(Content<T> content) throws PscException {
        try {
            return content.of(DeclarationJson.readTolerantly(body, JsonNode.class));
        } catch (MalformedJsonException | DateTimeException | IllegalArgumentException e) {
            throw new PscException(LoginProblem.API_UNAVAILABLE, "the form's answer cannot be read", e);
        }
    }

    PscException unusable() {
        var isRefused = status == 401 || status == 403;
        return new PscException(
                isRefused ? LoginProblem.API_TOKEN_REFUSED : LoginProblem.API_UNAVAILABLE,
                "the form answered " + status);
    }
}
