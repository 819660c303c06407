package io.github.pscsdk.commandline;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A problem as a person reads it: what it is, what to do, and what to tell the support desk. */
public final class ProblemText {
    private ProblemText() {}

    /** Title, steps, facts and the English detail. */
    public static List<String> of(PscException failure, Texts texts) {
        var lines = lines(failure.problem(), failure.facts(), texts);
        lines.add("  " + texts.get("failed.detail", failure.getMessage()));
        return lines;
    }

    /** Title, steps and the facts of a finding. */
    public static List<String> of(Diagnostic finding, Texts texts) {
        return lines(finding.problem(), finding.facts(), texts);
    }

    private static List<String> lines(Problem problem, Map<String, String> facts, Texts texts) {
        var remedy = problem.remedy(texts.language().locale());
        var lines = new ArrayList<String>();
        lines.add(remedy.title() + " (" + problem.code() + ")");
        for (var step = 1; step <= remedy.steps().size(); step++) {
            lines.add("  " + step + ". " + remedy.steps().get(step - 1));
        }
        new TreeMap<>(facts).forEach((name, fact) -> lines.add("  " + texts.get("failed.fact", name, fact)));
        return lines;
    }

    /** Code, facts and title on one line. */
    static String inShort(Diagnostic finding, Texts texts) {
        var facts = String.join(", ", new TreeMap<>(finding.facts()).values());
        var title = finding.problem().remedy(texts.language().locale()).title();
        return "  ! " + finding.problem().code() + " " + facts + (facts.isEmpty() ? "" : ": ") + title;
    }
}
