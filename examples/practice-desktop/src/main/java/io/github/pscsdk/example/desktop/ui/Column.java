package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Components below each other, all at the left, in one language. Gaps are below what they are given for. */
class Column extends JPanel {
    static final int WIDTH = 560;

    final Texts texts;
    private final int width;

    Column(Texts texts) {
        this(texts, WIDTH);
    }

    /** @param width at which texts wrap */
    Column(Texts texts, int width) {
        this.texts = texts;
        this.width = width;
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setOpaque(false);
        setAlignmentX(LEFT_ALIGNMENT);
    }

    /** On paper of its own, with round corners. */
    static Column card(Texts texts, int width) {
        var card = new Column(texts, width);
        card.setOpaque(true);
        return LookAndFeel.styled(card, "background: $Psc.paper; border: 12,16,12,16,$Psc.line,1,10");
    }

    /** Components beside each other, all at the left, each as wide as it needs. */
    static Box row(JComponent... components) {
        var row = Box.createHorizontalBox();
        var areParagraphs = Arrays.stream(components).allMatch(Paragraph.class::isInstance);
        for (var component : components) {
            if (row.getComponentCount() > 0) {
                row.add(Box.createHorizontalStrut(UIScale.scale(8)));
            }
            component.setAlignmentY(areParagraphs ? TOP_ALIGNMENT : CENTER_ALIGNMENT);
            component.setMaximumSize(component.getPreferredSize());
            row.add(component);
        }
        return row;
    }

    final Column gap(int height) {
        add(Box.createVerticalStrut(UIScale.scale(height)));
        return this;
    }

    final <T extends JComponent> T put(T component, int gap) {
        component.setAlignmentX(LEFT_ALIGNMENT);
        add(component);
        gap(gap);
        return component;
    }

    final Paragraph text(String words, int gap) {
        return put(new Paragraph(words, width), gap);
    }

    /** A text with its key as the name. */
    final Paragraph say(int gap, String key, Object... values) {
        return text(texts.get(key, values), gap).named(key);
    }

    /** A heading of a section, with room above. */
    final void heading(String key) {
        gap(16).say(6, key).heading(3);
    }

    /** With the name of its key. */
    final JButton button(String key, int gap, Runnable action) {
        return put(Controls.named(key, texts, action), gap);
    }

    /** Steps to take, with their numbers. */
    final void steps(List<String> steps) {
        for (var number = 1; number <= steps.size(); number++) {
            text(number + ". " + steps.get(number - 1), 2);
        }
    }

    /** A problem: its name, the steps to take, and the code to tell a support desk. */
    final Column remedy(Problem problem, int gap) {
        var remedy = problem.remedy(texts.language().locale());
        var column = put(new Column(texts, width), gap);
        column.text(remedy.title(), 4).bold().named("remedy.title");
        column.steps(remedy.steps());
        column.say(0, "app.code", problem.code());
        return column;
    }

    /** A finding: as its problem, with its facts. */
    final Column remedy(Diagnostic finding, int gap) {
        var column = remedy(finding.problem(), gap);
        new TreeMap<>(finding.facts()).forEach((name, fact) -> column.say(0, "health-check.fact", name, fact));
        return column;
    }
}
