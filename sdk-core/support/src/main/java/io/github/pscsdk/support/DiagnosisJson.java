package io.github.pscsdk.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Examination;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A diagnosis as a JSON document, see {@code docs/doctor.md}; a minor version may add members. For any thread. Only
 * strings and numbers reach Jackson: a plug-in's own class of problem never does.
 */
public final class DiagnosisJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Locale locale;
    private final UnaryOperator<String> mask;

    private DiagnosisJson(Locale locale, UnaryOperator<String> mask) {
        this.locale = locale;
        this.mask = mask;
    }

    /** @param locale titles and steps are in French where it asks for French, in English otherwise */
    public static String of(Diagnosis diagnosis, Locale locale) {
        return of(diagnosis, locale, UnaryOperator.identity());
    }

    /** @param mask of each fact */
    static String of(Diagnosis diagnosis, Locale locale, UnaryOperator<String> mask) {
        return new DiagnosisJson(locale, mask).document(diagnosis).toPrettyString();
    }

    private ObjectNode document(Diagnosis diagnosis) {
        var document = JSON.objectNode()
                .put("at", diagnosis.at().toString())
                .put("milliseconds", diagnosis.took().toMillis())
                .put("ready", diagnosis.isReady());
        diagnosis
                .firstCause()
                .ifPresent(cause -> document.put("firstCause", cause.problem().code()));
        diagnosis
                .nearestWay()
                .ifPresent(way -> document.putObject("shortestRemedy")
                        .put("wayIn", way.id())
                        .set("obstacles", codes(diagnosis.blocking(way.id()))));
        var ways = document.putArray("waysIn");
        diagnosis.waysIn().forEach(way -> ways.add(way(way, diagnosis)));
        var examinations = document.putArray("examinations");
        diagnosis.examinations().forEach(examination -> examinations.add(examined(examination)));
        return document;
    }

    private ObjectNode way(AuthenticatorDescriptor way, Diagnosis diagnosis) {
        var obstacles = diagnosis.blocking(way.id());
        return JSON.objectNode()
                .put("id", way.id())
                .put("name", way.displayName(locale))
                .put("open", obstacles.isEmpty())
                .set("obstacles", codes(obstacles));
    }

    private ObjectNode examined(Examination examination) {
        var examined = JSON.objectNode().put("subject", examination.subject().name());
        examination.authenticatorId().ifPresent(id -> examined.put("authenticator", id));
        examined.put("milliseconds", examination.took().toMillis());
        var findings = examined.putArray("findings");
        examination.findings().forEach(finding -> findings.add(found(finding)));
        return examined;
    }

    private ObjectNode found(Diagnostic finding) {
        var problem = finding.problem();
        var remedy = problem.remedy(locale);
        var found = JSON.objectNode()
                .put("code", problem.code())
                .put("name", problem.name())
                .put("severity", finding.severity().name())
                .put("party", problem.party().name());
        var facts = found.putObject("facts");
        new TreeMap<>(finding.facts()).forEach((name, fact) -> facts.put(name, mask.apply(fact)));
        found.put("title", remedy.title());
        remedy.steps().forEach(found.putArray("steps")::add);
        problem.guideNode().ifPresent(node -> found.put("guideNode", node));
        return found;
    }

    private static ArrayNode codes(List<Diagnostic> findings) {
        var codes = JSON.arrayNode();
        findings.forEach(finding -> codes.add(finding.problem().code()));
        return codes;
    }
}
