package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.example.desktop.field.Field;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JCheckBox;
import javax.swing.JComponent;

/** Chooses any of a few values, each with its box. */
final class MultipleChoiceEditor implements FieldEditor {
    private final List<JCheckBox> boxes;
    private final Row row;

    MultipleChoiceEditor(Field field) {
        boxes = field.choices().stream().map(JCheckBox::new).toList();
        boxes.forEach(box -> box.setName(field.key() + "." + box.getText()));
        row = new Row(boxes.toArray(JCheckBox[]::new));
    }

    @Override
    public JComponent component() {
        return row;
    }

    @Override
    public String value() {
        return boxes.stream()
                .filter(JCheckBox::isSelected)
                .map(JCheckBox::getText)
                .collect(Collectors.joining(", "));
    }

    @Override
    public void show(String value) {
        var chosen = Arrays.stream(value.split(",")).map(String::strip).toList();
        boxes.forEach(box -> box.setSelected(chosen.contains(box.getText())));
    }

    @Override
    public void onTyping(Consumer<String> listener) {
        boxes.forEach(box -> box.addActionListener(event -> listener.accept(value())));
    }
}
