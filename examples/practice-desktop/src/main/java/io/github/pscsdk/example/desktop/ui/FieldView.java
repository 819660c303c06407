package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.form.FieldValues;
import io.github.pscsdk.example.declaration.form.FormField;
import io.github.pscsdk.example.declaration.form.FormField.Input;
import io.github.pscsdk.example.declaration.form.FormField.Mark;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.desktop.model.FormModel;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.KeyboardFocusManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.text.JTextComponent;

/** Draws a field of the form: what it is for, how to fill it in, what the rules found, and what stands in it. */
final class FieldView {
    static final int WIDTH = 560;

    private static final int SHORT = 14;
    private static final int LONG = 34;
    private static final int LINES = 4;
    private static final int LONG_CHOICE = 28;

    private final FormField field;
    private final FormModel model;
    private final Texts texts;
    private final Consumer<List<String>> typed;

    /** @param typed takes what stands in it after each change */
    FieldView(FormField field, FormModel model, Consumer<List<String>> typed, Texts texts) {
        this.field = field;
        this.model = model;
        this.typed = typed;
        this.texts = texts;
    }

    /** What stands in a field. */
    static List<String> values(FormField field, FormModel model) {
        return FieldValues.of(model.content(), List.of(field)).all(field);
    }

    Column component() {
        var column = new Column();
        var label = new JLabel(
                field.label(texts.language()) + (field.is(Mark.REQUIRED) ? " " + texts.get("form.required") : ""));
        label.setFont(label.getFont().deriveFont(Font.BOLD));
        column.with(label);
        var hint = field.hint(texts.language());
        hint.ifPresent(words -> column.with(Colours.quiet(Paragraph.of(words, WIDTH))));
        var values = values(field, model);
        if (field.input() == Input.ONE || field.input() == Input.SEVERAL || field.input() == Input.YES) {
            var boxes = boxes(values);
            findings(field, model, column, boxes, texts);
            return column.with(boxes, 16);
        }
        var text = text(String.join("", values));
        text.setName(field.path());
        text.setEditable(!model.isFixed(field));
        text.getDocument().addDocumentListener(new TypingListener(() -> typed.accept(List.of(text.getText()))));
        label.setLabelFor(text);
        findings(field, model, column, text, texts);
        return column.gap(4).with(text instanceof JTextArea ? new JScrollPane(text) : text, 16);
    }

    private JTextComponent text(String value) {
        if (field.input() == Input.AREA) {
            var area = new JTextArea(value, LINES, LONG);
            area.setLineWrap(true);
            area.setWrapStyleWord(true);
            // Tab leads to the next field, as everywhere in the form.
            area.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
            area.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
            return area;
        }
        var isShort = List.of(Input.DIGITS, Input.TEL, Input.DATE).contains(field.input());
        var line = new JTextField(value, isShort ? SHORT : LONG);
        line.setCaretPosition(0);
        line.setMaximumSize(line.getPreferredSize());
        return line;
    }

    /** One for each value; what was chosen and is not of the list stays. */
    private JComponent boxes(List<String> chosen) {
        Map<String, JToggleButton> boxes = new LinkedHashMap<>();
        var group = new ButtonGroup();
        var isLong = field.choices().stream()
                .anyMatch(value -> field.word(value, texts.language()).length() > LONG_CHOICE);
        var panel = new JPanel(new GridLayout(0, isLong ? 1 : 2, UIScale.scale(16), UIScale.scale(4)));
        panel.setOpaque(false);
        panel.getAccessibleContext().setAccessibleName(field.label(texts.language()));
        Stream.concat(field.choices().stream(), chosen.stream().filter(value -> !value.equals("f")))
                .distinct()
                .forEach(value -> {
                    var box = field.input() == Input.ONE ? new JRadioButton() : new JCheckBox();
                    box.setText(field.word(value, texts.language()));
                    box.setSelected(chosen.contains(value));
                    box.setName(field.path() + "." + value);
                    box.addActionListener(event -> typed.accept(boxes.keySet().stream()
                            .filter(one -> boxes.get(one).isSelected())
                            .toList()));
                    if (field.input() == Input.ONE) {
                        group.add(box);
                    }
                    boxes.put(value, box);
                    panel.add(box);
                });
        panel.setMaximumSize(new Dimension(UIScale.scale(WIDTH), panel.getPreferredSize().height));
        return panel;
    }

    /** Tells what was found, for eyes and for screen readers. */
    static void findings(FormField field, FormModel model, Column column, JComponent input, Texts texts) {
        var found = model.findings().stream()
                .filter(finding -> field.isAt(finding.field()))
                .toList();
        var all = found.stream().map(finding -> finding.text(texts.language())).collect(Collectors.joining(" "));
        for (var finding : found) {
            var line = Paragraph.of(finding.text(texts.language()), WIDTH).named("finding." + field.path());
            column.with(finding.severity() == Severity.E ? Colours.wrong(line) : Colours.quiet(line));
            finding.suggestion()
                    .map(meant -> texts.get("week.accept", meant))
                    .map(words -> Buttons.of(words, field.path() + ".accept", () -> model.accept(field)))
                    .ifPresent(button -> column.with(button, 8));
        }
        var isWrong = found.stream().anyMatch(finding -> finding.severity() == Severity.E);
        input.putClientProperty(FlatClientProperties.OUTLINE, isWrong ? FlatClientProperties.OUTLINE_ERROR : null);
        input.getAccessibleContext().setAccessibleDescription(all.isEmpty() ? null : all);
    }
}
