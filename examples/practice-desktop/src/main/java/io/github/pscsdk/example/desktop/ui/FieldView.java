package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.declaration.form.FormField.Input;
import io.github.pscsdk.example.declaration.form.HtmlControl;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.KeyboardFocusManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.text.JTextComponent;

/**
 * Draws a control of the form: its label and hint, the findings of the rules, and what stands in it.
 *
 * @param typed takes what stands in it after each change
 * @param accept takes the suggestion of a finding
 */
record FieldView(HtmlControl control, Consumer<List<String>> typed, Consumer<FormField> accept, Texts texts) {
    private static final int WIDTH = Column.WIDTH;
    private static final Set<Input> SHORT = Set.of(Input.DIGITS, Input.TEL, Input.DATE);
    private static final int LONG_CHOICE = 28;

    Column component() {
        var column = new Column(texts);
        var required = control.isRequired() ? " " + texts.get("form.required") : "";
        var label = column.put(Controls.bold(control.label() + required), 0);
        if (!control.hint().isBlank()) {
            column.text(control.hint(), 0).quiet();
        }
        if (control.isChoice()) {
            var boxes = boxes();
            findings(column, boxes);
            column.put(boxes, 16);
            return column;
        }
        var text = control.isArea() ? area() : line();
        text.setName(control.field().path());
        text.setEditable(!control.readOnly());
        Controls.onTyping(text, () -> typed.accept(List.of(text.getText())));
        label.setLabelFor(text);
        findings(column, text);
        column.gap(4).put(control.isArea() ? new JScrollPane(text) : text, 16);
        return column;
    }

    private JTextComponent line() {
        var line =
                new JTextField(control.value(), SHORT.contains(control.field().input()) ? 14 : 34);
        line.setCaretPosition(0);
        line.setMaximumSize(line.getPreferredSize());
        return line;
    }

    private JTextComponent area() {
        var area = new JTextArea(control.value(), 4, 34);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        // Tab leads to the next field, as everywhere in the form.
        area.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        area.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        return area;
    }

    private JComponent boxes() {
        var isOne = control.field().input() == Input.ONE;
        var isLong =
                control.choices().stream().anyMatch(choice -> choice.label().length() > LONG_CHOICE);
        var panel = new JPanel(new GridLayout(0, isLong ? 1 : 2, UIScale.scale(16), UIScale.scale(4)));
        panel.setOpaque(false);
        panel.getAccessibleContext().setAccessibleName(control.label());
        Map<String, JToggleButton> boxes = new LinkedHashMap<>();
        var group = new ButtonGroup();
        for (var choice : control.choices()) {
            var box = Controls.plain(isOne ? new JRadioButton() : new JCheckBox());
            box.setText(choice.label());
            box.setSelected(choice.chosen());
            box.setName(control.field().path() + "." + choice.value());
            box.addActionListener(event -> typed.accept(boxes.keySet().stream()
                    .filter(value -> boxes.get(value).isSelected())
                    .toList()));
            if (isOne) {
                group.add(box);
            }
            boxes.put(choice.value(), box);
            panel.add(box);
        }
        panel.setMaximumSize(new Dimension(UIScale.scale(WIDTH), panel.getPreferredSize().height));
        return panel;
    }

    /** Tells what was found, for eyes and for screen readers. */
    void findings(Column column, JComponent input) {
        var field = control.field();
        for (var finding : control.findings()) {
            var line = column.text(finding.text(texts.language()), 0).named("finding." + field.path());
            line = finding.isError() ? line.wrong() : line.quiet();
            finding.suggestion()
                    .map(meant -> texts.get("week.accept", meant))
                    .map(words -> Controls.of(words, field.path() + ".accept", () -> accept.accept(field)))
                    .ifPresent(button -> column.put(button, 8));
        }
        var outline = control.isInvalid() ? FlatClientProperties.OUTLINE_ERROR : null;
        input.putClientProperty(FlatClientProperties.OUTLINE, outline);
        var all = control.findings().stream()
                .map((Finding finding) -> finding.text(texts.language()))
                .collect(Collectors.joining(" "));
        input.getAccessibleContext().setAccessibleDescription(all.isEmpty() ? null : all);
    }
}
