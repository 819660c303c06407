package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import java.util.List;
import java.util.TreeMap;

/** A problem: its name, the steps to take, and the code to tell a support desk. */
final class RemedyPanel {
    private RemedyPanel() {}

    static Column of(Problem problem, Texts texts, int width) {
        return of(problem, true, texts, width);
    }

    /** With the facts of a finding. */
    static Column of(Diagnostic finding, Texts texts, int width) {
        return facts(of(finding.problem(), true, texts, width), finding);
    }

    /** Below a title that stands there already. */
    static Column withoutTitle(Diagnostic finding, Texts texts, int width) {
        return facts(of(finding.problem(), false, texts, width), finding);
    }

    private static Column of(Problem problem, boolean titled, Texts texts, int width) {
        var remedy = problem.remedy(texts.language().locale());
        var column = new Column(texts, width);
        if (titled) {
            column.setName("remedy");
            column.text(remedy.title(), 4).bold().named("remedy.title");
        }
        steps(column, remedy.steps()).say(0, "app.code", problem.code());
        return column;
    }

    /** The steps with their numbers. */
    static Column steps(Column column, List<String> steps) {
        for (var number = 1; number <= steps.size(); number++) {
            column.text(number + ". " + steps.get(number - 1), 2);
        }
        return column;
    }

    private static Column facts(Column column, Diagnostic finding) {
        new TreeMap<>(finding.facts()).forEach((name, fact) -> column.say(0, "health-check.fact", name, fact));
        return column;
    }
}
