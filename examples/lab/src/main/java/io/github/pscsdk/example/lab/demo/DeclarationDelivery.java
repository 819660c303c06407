package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.lab.declaration.RowTranslation;
import io.github.pscsdk.example.lab.json.ResponseReader;
import io.github.pscsdk.example.lab.outcome.Finding;
import io.github.pscsdk.example.lab.outcome.Outcome;
import io.github.pscsdk.example.lab.outcome.Severity;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands rows over to the form, each as a declaration of the professional who is logged in, and reads the answers. */
final class DeclarationDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(DeclarationDelivery.class);

    private final AuthenticationSession session;

    DeclarationDelivery(AuthenticationSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /**
     * Settles one row.
     *
     * @throws PscException if it could not be settled: no connection, no session, an answer that says nothing
     * @throws InterruptedException if the thread is interrupted
     */
    Outcome deliver(Row row) throws PscException, InterruptedException {
        if (row instanceof Row.Unreadable unreadable) {
            LOG.debug("line {}: {}", row.line(), unreadable.flaw());
            return Outcome.rejected(row.line(), List.of(Finding.rejecting(Finding.UNREADABLE_ROW)));
        }
        var answer = session.send(request((Row.Readable) row));
        LOG.debug("line {}: status {}", row.line(), answer.status());
        return outcome(row.line(), answer);
    }

    private static ApiRequest request(Row.Readable row) {
        var declaration = RowTranslation.declaration(row);
        var content = DeclarationDocument.canonical(declaration).getBytes(StandardCharsets.UTF_8);
        var key = declaration.source().flatMap(Source::id).orElse("");
        return ApiRequest.of("POST", DemoServers.FORM, "declarations")
                .withHeader("Idempotency-Key", IdempotencyKey.of(key, content))
                .withBody("application/json", content);
    }

    private static Outcome outcome(int line, ApiResponse answer) throws PscException {
        return switch (answer.status()) {
            case 200, 201 -> Outcome.accepted(line, ResponseReader.findings(answer.text()));
            case 422 -> Outcome.rejected(line, reasons(answer));
            // The form could not even read the declaration, or found it too large: that settles the row all the same.
            case 400, 413 -> Outcome.rejected(line, List.of(Finding.rejecting("HTTP-" + answer.status())));
            default -> throw unusable("status " + answer.status() + " for line " + line);
        };
    }

    private static List<Finding> reasons(ApiResponse answer) throws PscException {
        var findings = ResponseReader.findings(answer.text());
        if (findings.stream().noneMatch(finding -> finding.severity() == Severity.REJECTED)) {
            throw unusable("status 422 without a reason");
        }
        return findings;
    }

    private static PscException unusable(String detail) {
        return new PscException(LabProblem.ANSWER_UNUSABLE, detail);
    }
}
