package io.github.pscsdk.proxytools.internal.conformity.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Obligation.Confidence;
import io.github.pscsdk.proxytools.internal.conformity.obligation.Obligation.SourceStatus;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Assessment;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Finding;
import io.github.pscsdk.proxytools.internal.conformity.verdict.Finding.Outcome;
import io.github.pscsdk.proxytools.internal.conformity.verdict.ObligationAssessment;
import io.github.pscsdk.proxytools.internal.conformity.verdict.ObligationAssessment.Verdict;
import java.util.List;

/** Writes the report for {@code --json}, in the language of the texts. */
public final class ReportWriter {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private record Document(
            String about,
            boolean listLoaded,
            List<String> notes,
            int met,
            int notMet,
            int cannotBeTold,
            List<Row> obligations,
            List<Evidence> besides) {}

    private record Row(
            String id,
            String reference,
            String text,
            SourceStatus standing,
            Confidence confidence,
            String source,
            Verdict verdict,
            List<Evidence> evidence,
            @JsonInclude(JsonInclude.Include.NON_NULL) String question) {}

    private record Evidence(String check, Outcome outcome, String text) {}

    private ReportWriter() {}

    /** One document on several lines. */
    public static String write(Assessment assessment, Texts texts) {
        var document = new Document(
                texts.get("about"),
                assessment.obligations().loaded(),
                assessment.notes().stream()
                        .map(note -> texts.get(note.key(), note.values().toArray()))
                        .toList(),
                assessment.of(Verdict.MET).size(),
                assessment.of(Verdict.NOT_MET).size(),
                assessment.of(Verdict.CANNOT_BE_TOLD).size(),
                assessment.judged().stream().map(judged -> row(judged, texts)).toList(),
                evidence(assessment.besides(), texts));
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    private static Row row(ObligationAssessment judged, Texts texts) {
        var obligation = judged.obligation();
        var asks = judged.verdict() == Verdict.CANNOT_BE_TOLD;
        return new Row(
                obligation.id(),
                obligation.reference(),
                obligation.text().in(texts.language()),
                obligation.standing(),
                obligation.confidence(),
                obligation.source(),
                judged.verdict(),
                evidence(judged.findings(), texts),
                asks ? obligation.question().in(texts.language()) : null);
    }

    private static List<Evidence> evidence(List<Finding> findings, Texts texts) {
        return findings.stream()
                .map(finding -> new Evidence(
                        finding.check().id(),
                        finding.outcome(),
                        texts.get(finding.key(), finding.values().toArray())))
                .toList();
    }
}
