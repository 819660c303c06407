package io.github.pscsdk.example.lab.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.pscsdk.example.lab.outcome.Finding;
import io.github.pscsdk.example.lab.outcome.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes the outcome of a row for {@code --report}. */
public final class OutcomeWriter {
    private record Document(int line, String outcome, List<Remark> findings) {}

    private record Remark(String rule, String severity, String field, String text) {}

    private OutcomeWriter() {}

    /** One object on one line, with that text for each finding. */
    public static String write(Outcome outcome, Function<Finding, String> text) {
        var findings = outcome.findings().stream()
                .map(finding -> new Remark(
                        finding.rule(),
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        finding.field(),
                        text.apply(finding)))
                .toList();
        try {
            return Json.ONE_LINE.writeValueAsString(
                    new Document(outcome.line(), outcome.result().code(), findings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }
}
