package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.example.desktop.text.Texts;
import java.util.TreeMap;
import javax.swing.JComponent;

/** What is wrong, what to do step by step, and the code to tell a support desk. */
final class RemedyPanel {
    private RemedyPanel() {}

    static JComponent of(Problem problem, Texts texts, int width) {
        return column(problem, texts, width);
    }

    /** With the facts of a finding. */
    static JComponent of(Diagnostic finding, Texts texts, int width) {
        var column = column(finding.problem(), texts, width);
        new TreeMap<>(finding.facts())
                .forEach((name, fact) -> column.with(Paragraph.of(texts.get("doctor.fact", name, fact), width)));
        return column;
    }

    private static Column column(Problem problem, Texts texts, int width) {
        var remedy = problem.remedy(texts.locale());
        var column = new Column();
        column.setName("remedy");
        column.with(Paragraph.of(remedy.title(), width).inBold().named("remedy.title"))
                .gap(4);
        for (var step = 1; step <= remedy.steps().size(); step++) {
            column.with(Paragraph.of(step + ". " + remedy.steps().get(step - 1), width))
                    .gap(2);
        }
        return column.with(Paragraph.of(texts.get("app.code", problem.code()), width));
    }
}
