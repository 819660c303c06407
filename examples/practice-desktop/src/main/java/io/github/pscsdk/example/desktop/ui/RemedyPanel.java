package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import java.util.List;
import java.util.TreeMap;

/** A problem: its name, the steps to take, the code to tell a support desk, and the facts of a finding. */
final class RemedyPanel {
    private RemedyPanel() {}

    static Column of(Problem problem, Texts texts, int width) {
        var column = new Column(texts, width);
        column.setName("remedy");
        var remedy = problem.remedy(texts.language().locale());
        column.text(remedy.title(), 4).bold().named("remedy.title");
        steps(column, remedy.steps());
        column.say(0, "app.code", problem.code());
        return column;
    }

    static Column of(Diagnostic finding, Texts texts, int width) {
        var column = of(finding.problem(), texts, width);
        new TreeMap<>(finding.facts()).forEach((name, fact) -> column.say(0, "health-check.fact", name, fact));
        return column;
    }

    /** The steps with their numbers. */
    static void steps(Column column, List<String> steps) {
        for (var number = 1; number <= steps.size(); number++) {
            column.text(number + ". " + steps.get(number - 1), 2);
        }
    }
}
