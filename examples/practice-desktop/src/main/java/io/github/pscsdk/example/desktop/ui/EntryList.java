package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Texts;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;

/** A list of which one thing may be selected, what is happening, and what can be done. */
final class EntryList<T> extends JPanel {
    private static final int WIDTH = 900;

    private final DefaultListModel<T> things = new DefaultListModel<>();
    private final JList<T> list = new JList<>(things);
    private final Paragraph state = new Paragraph(" ", WIDTH);
    private final JPanel buttons = new JPanel();
    private final List<Runnable> looks = new ArrayList<>();
    private final Function<T, Object> ids;
    private final Texts texts;

    /** One thing: a title in bold, and lines below. */
    record Entry(String title, List<Line> lines) {}

    /** @param isWrong whether somebody has to do something about it */
    record Line(String words, boolean isWrong) {}

    /** @param ids tells one thing from another */
    EntryList(String name, Function<T, Object> ids, Function<T, Entry> entries, Texts texts) {
        super(new BorderLayout(0, UIScale.scale(BorderPanel.EDGE)));
        this.ids = ids;
        this.texts = texts;
        setName(name);
        BorderPanel.edge(this, BorderPanel.EDGE);
        list.setName(name + ".list");
        list.getAccessibleContext().setAccessibleName(texts.get("work." + name));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer((of, thing, index, selected, focused) -> drawn(entries.apply(thing), selected));
        list.addListSelectionListener(event -> looks.forEach(Runnable::run));
        state.setName(name + ".state");
        buttons.setLayout(new BoxLayout(buttons, BoxLayout.X_AXIS));
        add(new Paragraph(texts.get(name + ".intro"), WIDTH), BorderLayout.NORTH);
        add(new JScrollPane(list));
        var below = new Column(texts, WIDTH);
        below.put(state, 8);
        below.put(buttons, 0);
        add(below, BorderLayout.SOUTH);
    }

    Component drawn(Entry entry, boolean selected) {
        var column = new Column(texts, WIDTH);
        column.setOpaque(true);
        column.setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        BorderPanel.edge(column, BorderPanel.EDGE / 2);
        column.put(Controls.bold(entry.title()), 0);
        var spoken = new StringBuilder(entry.title());
        for (var line : entry.lines()) {
            var label = Controls.label(line.words());
            column.put(line.isWrong() ? LookAndFeel.wrong(label) : label, 0);
            spoken.append(", ").append(line.words());
        }
        column.getAccessibleContext().setAccessibleName(spoken.toString());
        return column;
    }

    /**
     * Adds a button.
     *
     * @param key of its words, and its name
     * @param may whether it can be pressed now
     */
    EntryList<T> with(String key, BooleanSupplier may, Runnable action) {
        var button = Controls.named(key, texts, action);
        buttons.add(button);
        buttons.add(Box.createHorizontalStrut(UIScale.scale(BorderPanel.EDGE / 2)));
        looks.add(() -> button.setEnabled(may.getAsBoolean()));
        return this;
    }

    /** Adds a button that does something with the selected thing, where it is such. */
    EntryList<T> forSelected(String key, Predicate<T> may, Consumer<T> action) {
        return with(
                key, () -> selected().filter(may).isPresent(), () -> selected().ifPresent(action));
    }

    Optional<T> selected() {
        return Optional.ofNullable(list.getSelectedValue());
    }

    /** Replaces what was there; the selection stays on its thing, and on the only thing that there is. */
    void show(List<T> now, String words) {
        var before = selected().map(ids);
        things.clear();
        things.addAll(now);
        for (var i = 0; i < now.size(); i++) {
            if (now.size() == 1 || before.filter(ids.apply(now.get(i))::equals).isPresent()) {
                list.setSelectedIndex(i);
            }
        }
        state.setText(now.isEmpty() && words.isBlank() ? texts.get(getName() + ".empty") : words);
        looks.forEach(Runnable::run);
    }
}
