package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.example.desktop.declaration.FieldFinding;
import io.github.pscsdk.example.desktop.sheet.Field;
import io.github.pscsdk.example.desktop.text.Texts;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** A field with its name, what to write, and what the rules found in it. */
final class FieldRow extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int NAME_WIDTH = 160;
    private static final int EDITOR_WIDTH = 520;
    private static final int LINES = 3;
    private static final int DAYS = 7;

    private final transient Field field;
    private final transient Texts texts;
    private final transient FieldEditor editor;
    private final JLabel name;
    private final Column findings = new Column();

    FieldRow(Field field, Texts texts) {
        super(new BorderLayout(UIScale.scale(8), 0));
        this.field = field;
        this.texts = texts;
        editor = editor(field, texts);
        name = new JLabel(texts.get(field.key()));
        name.setPreferredSize(new Dimension(UIScale.scale(NAME_WIDTH), name.getPreferredSize().height));
        name.setVerticalAlignment(JLabel.TOP);
        name.setBorder(BorderFactory.createEmptyBorder(UIScale.scale(4), 0, 0, 0));
        name.setLabelFor(editor instanceof TextEditor text ? text.text() : editor.component());
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(0, 0, UIScale.scale(6), 0));
        add(name, BorderLayout.WEST);
        var column = new Column().with(editor.component());
        texts.find("hint." + field.key().substring("field.".length()))
                .ifPresent(hint -> column.with(Colours.quiet(Paragraph.of(hint, EDITOR_WIDTH))));
        add(column.with(findings));
    }

    FieldEditor editor() {
        return editor;
    }

    /** Replaces what the rules found before. */
    void show(List<FieldFinding> found) {
        findings.removeAll();
        for (var finding : found) {
            var paragraph =
                    Paragraph.of(finding.in(texts.locale()), EDITOR_WIDTH).named("finding." + field.name());
            findings.with(finding.rejecting() ? Colours.wrong(paragraph) : Colours.quiet(paragraph));
        }
        outline(found.stream().anyMatch(FieldFinding::rejecting));
        revalidate();
    }

    private void outline(boolean wrong) {
        JComponent outlined = editor.component();
        outlined.putClientProperty("JComponent.outline", wrong ? "error" : null);
        outlined.getAccessibleContext()
                .setAccessibleDescription(findings.getComponentCount() == 0 ? null : described());
    }

    private String described() {
        var words = new StringBuilder();
        for (var component : findings.getComponents()) {
            words.append(((Paragraph) component).getText()).append(' ');
        }
        return words.toString().strip();
    }

    private static FieldEditor editor(Field field, Texts texts) {
        return switch (field.input()) {
            case LINE, LIST -> TextEditor.line(field.key());
            case LINES -> TextEditor.lines(field.key(), LINES);
            case WEEK -> TextEditor.lines(field.key(), DAYS);
            case ONE_OF -> new OneOfEditor(field, texts);
            case SOME_OF -> new SomeOfEditor(field);
        };
    }

    @Override
    public Dimension getMaximumSize() {
        return new Dimension(UIScale.scale(NAME_WIDTH + EDITOR_WIDTH), getPreferredSize().height);
    }
}
