package io.github.pscsdk.commandline;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A problem as a person reads it: what it is, what to do, and what to tell the support desk. */
public final class ProblemText {
    private final Texts texts;

    /** @param texts in the person's language */
    public ProblemText(Texts texts) {
        this.texts = Objects.requireNonNull(texts, "texts");
    }

    /** Title, steps, facts and the English detail. */
    public List<String> of(PscException failure) {
        var lines = withFacts(failure.problem(), failure.facts());
        lines.add("  " + texts.get("failed.detail", failure.getMessage()));
        return lines;
    }

    /** Title, steps and the facts of a finding. */
    public List<String> of(Diagnostic finding) {
        return withFacts(finding.problem(), finding.facts());
    }

    private List<String> withFacts(Problem problem, Map<String, String> facts) {
        var lines = new ArrayList<>(remedy(problem));
        new TreeMap<>(facts).forEach((name, fact) -> lines.add("  " + texts.get("failed.fact", name, fact)));
        return lines;
    }

    /** Code, facts and title on one line. */
    String inShort(Diagnostic finding) {
        var facts = String.join(", ", new TreeMap<>(finding.facts()).values());
        var title = finding.problem().remedy(texts.language().locale()).title();
        return "  ! " + finding.problem().code() + " " + facts + (facts.isEmpty() ? "" : ": ") + title;
    }

    private List<String> remedy(Problem problem) {
        var remedy = problem.remedy(texts.language().locale());
        var lines = new ArrayList<String>();
        lines.add(remedy.title() + " (" + problem.code() + ")");
        for (var step = 1; step <= remedy.steps().size(); step++) {
            lines.add("  " + step + ". " + remedy.steps().get(step - 1));
        }
        return lines;
    }
}
