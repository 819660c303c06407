package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import java.util.List;
import java.util.TreeMap;
import javax.swing.JComponent;

/** A problem: its name, the steps to take, and the code to tell a support desk. */
final class RemedyPanel {
    private RemedyPanel() {}

    static JComponent of(Problem problem, Texts texts, int width) {
        return titled(problem, texts, width).with(code(problem, texts, width));
    }

    /** With the facts of a finding. */
    static JComponent of(Diagnostic finding, Texts texts, int width) {
        return facts(titled(finding.problem(), texts, width), finding, texts, width);
    }

    /** Below a title that stands there already. */
    static JComponent withoutTitle(Diagnostic finding, Texts texts, int width) {
        var steps = steps(finding.problem().remedy(texts.language().locale()).steps(), width);
        return facts(steps, finding, texts, width);
    }

    /** What to do, in order. */
    static Column steps(List<String> steps, int width) {
        var column = new Column();
        for (var step = 1; step <= steps.size(); step++) {
            column.with(Paragraph.of(step + ". " + steps.get(step - 1), width), 2);
        }
        return column;
    }

    private static Column titled(Problem problem, Texts texts, int width) {
        var remedy = problem.remedy(texts.language().locale());
        var column = new Column();
        column.setName("remedy");
        return column.with(Paragraph.of(remedy.title(), width).inBold().named("remedy.title"), 4)
                .with(steps(remedy.steps(), width));
    }

    private static Column facts(Column column, Diagnostic finding, Texts texts, int width) {
        column.with(code(finding.problem(), texts, width));
        new TreeMap<>(finding.facts())
                .forEach((name, fact) -> column.with(Paragraph.of(texts.get("health-check.fact", name, fact), width)));
        return column;
    }

    private static Paragraph code(Problem problem, Texts texts, int width) {
        return Paragraph.of(texts.get("app.code", problem.code()), width);
    }
}
