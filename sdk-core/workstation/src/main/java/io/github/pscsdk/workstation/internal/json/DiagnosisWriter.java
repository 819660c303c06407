package io.github.pscsdk.workstation.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Writes a diagnosis as JSON. Only strings and numbers reach Jackson: a plug-in's own class of problem never does. */
public final class DiagnosisWriter {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Locale locale;
    private final UnaryOperator<String> mask;

    /**
     * @param locale language of titles and steps
     * @param mask applied to each fact
     */
    public DiagnosisWriter(Locale locale, UnaryOperator<String> mask) {
        this.locale = locale;
        this.mask = mask;
    }

    public String write(Diagnosis diagnosis) {
        try {
            return MAPPER.writeValueAsString(document(diagnosis));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }

    private Document document(Diagnosis diagnosis) {
        return new Document(
                diagnosis.at().toString(),
                diagnosis.took().toMillis(),
                diagnosis.isReady(),
                diagnosis.firstCause().map(cause -> cause.problem().code()).orElse(null),
                diagnosis
                        .shortestRemedy()
                        .map(remedy -> new Shortest(remedy.wayIn().id(), codes(remedy.obstacles())))
                        .orElse(null),
                diagnosis.waysIn().stream().map(way -> way(way, diagnosis)).toList(),
                diagnosis.examinations().stream().map(this::examined).toList());
    }

    private Way way(AuthenticatorDescriptor way, Diagnosis diagnosis) {
        var obstacles = diagnosis.blocking(way.id());
        return new Way(way.id(), way.displayName(locale), obstacles.isEmpty(), codes(obstacles));
    }

    private Examined examined(Examination examination) {
        return new Examined(
                examination.subject().name(),
                examination.authenticatorId().orElse(null),
                examination.took().toMillis(),
                examination.findings().stream().map(this::found).toList());
    }

    private Found found(Diagnostic finding) {
        var problem = finding.problem();
        var remedy = problem.remedy(locale);
        var facts = new TreeMap<String, String>();
        finding.facts().forEach((name, fact) -> facts.put(name, mask.apply(fact)));
        return new Found(
                problem.code(),
                problem.name(),
                finding.severity().name(),
                problem.party().name(),
                facts,
                remedy.title(),
                remedy.steps(),
                problem.guideNode().orElse(null));
    }

    private static List<String> codes(List<Diagnostic> findings) {
        return findings.stream().map(finding -> finding.problem().code()).toList();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Document(
            String at,
            long milliseconds,
            boolean ready,
            String firstCause,
            Shortest shortestRemedy,
            List<Way> waysIn,
            List<Examined> examinations) {}

    private record Shortest(String wayIn, List<String> obstacles) {}

    private record Way(String id, String name, boolean open, List<String> obstacles) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Examined(String subject, String authenticator, long milliseconds, List<Found> findings) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Found(
            String code,
            String name,
            String severity,
            String party,
            Map<String, String> facts,
            String title,
            List<String> steps,
            String guideNode) {}
}
