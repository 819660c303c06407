package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.field.Field;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** Chooses one of some values. */
final class SingleChoiceEditor implements FieldEditor {
    private final JComboBox<Option> box = new JComboBox<>();

    private record Option(String value, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    SingleChoiceEditor(Field field, Texts texts) {
        box.setName(field.key());
        box.addItem(new Option("", texts.get("choice.unset")));
        field.choices()
                .forEach(value -> box.addItem(new Option(
                        value, texts.find(ValueTextKeys.key(field, value)).orElse(value))));
    }

    @Override
    public JComponent component() {
        return box;
    }

    @Override
    public String value() {
        return box.getSelectedItem() instanceof Option option ? option.value() : "";
    }

    @Override
    public void show(String value) {
        Stream.iterate(0, i -> i < box.getItemCount(), i -> i + 1)
                .filter(i -> box.getItemAt(i).value().equals(value))
                .forEach(box::setSelectedIndex);
    }

    @Override
    public void onTyping(Consumer<String> listener) {
        box.addActionListener(event -> listener.accept(value()));
    }
}
