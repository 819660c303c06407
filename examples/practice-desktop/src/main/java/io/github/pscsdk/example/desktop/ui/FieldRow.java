package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.declaration.FieldFinding;
import io.github.pscsdk.example.desktop.field.Field;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** A field with its name, what to write, and what the rules found in it. */
final class FieldRow extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int NAME_WIDTH = 160;
    private static final int EDITOR_WIDTH = 520;
    private static final int LINES = 3;

    private final transient FieldEditor editor;
    private final transient FindingLines findings;

    FieldRow(Field field, Texts texts) {
        super(new BorderLayout(UIScale.scale(8), 0));
        editor = editor(field, texts);
        findings = new FindingLines("finding." + field.name(), EDITOR_WIDTH, texts.language());
        var name = new JLabel(texts.get(field.key()));
        name.setPreferredSize(new Dimension(UIScale.scale(NAME_WIDTH), name.getPreferredSize().height));
        name.setVerticalAlignment(JLabel.TOP);
        name.setBorder(BorderFactory.createEmptyBorder(UIScale.scale(4), 0, 0, 0));
        name.setLabelFor(editor.first());
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(0, 0, UIScale.scale(6), 0));
        add(name, BorderLayout.WEST);
        var column = new Column().with(editor.component());
        texts.find("hint." + field.key().substring("field.".length()))
                .ifPresent(hint -> column.with(Colours.quiet(Paragraph.of(hint, EDITOR_WIDTH))));
        add(column.with(findings.component()));
    }

    FieldEditor editor() {
        return editor;
    }

    /** Replaces what the rules found before. */
    void show(List<FieldFinding> found) {
        findings.show(editor.show(found), List.of(editor.component()));
        revalidate();
    }

    private static FieldEditor editor(Field field, Texts texts) {
        return switch (field.input()) {
            case LINE, LIST -> TextEditor.line(field.key());
            case LINES -> TextEditor.lines(field.key(), LINES);
            case WEEK -> new WeekEditor(texts);
            case ONE_OF -> new SingleChoiceEditor(field, texts);
            case SOME_OF -> new MultipleChoiceEditor(field);
        };
    }

    @Override
    public Dimension getMaximumSize() {
        var width = Math.max(UIScale.scale(NAME_WIDTH + EDITOR_WIDTH), getPreferredSize().width);
        return new Dimension(width, getPreferredSize().height);
    }
}
