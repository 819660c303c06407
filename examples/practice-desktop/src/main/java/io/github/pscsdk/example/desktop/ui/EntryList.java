package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Texts;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Font;
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
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;

/** A list of which one thing may be selected, what is happening, and what can be done. */
final class EntryList<T> extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int WIDTH = 900;

    private final DefaultListModel<T> things = new DefaultListModel<>();
    private final JList<T> list = new JList<>(things);
    private final JLabel state = new JLabel(" ");
    private final JPanel buttons = new JPanel();
    private final transient List<Runnable> looks = new ArrayList<>();
    private final transient Function<T, Object> ids;
    private final transient Texts texts;
    private transient Optional<Object> chosen = Optional.empty();
    private boolean isFilling;

    /** One thing: a title in bold, and lines below. */
    record Entry(String title, List<Line> lines) {}

    /** @param isWrong whether somebody has to do something about it */
    record Line(String words, boolean isWrong) {}

    /**
     * An empty list.
     *
     * @param ids tells one thing from another
     * @param below what stands below the buttons
     */
    EntryList(String name, Function<T, Object> ids, Function<T, Entry> entries, JComponent below, Texts texts) {
        super(new BorderLayout(0, UIScale.scale(Pane.EDGE)));
        this.ids = ids;
        this.texts = texts;
        setName(name);
        Pane.edge(this, Pane.EDGE);
        list.setName(name + ".list");
        list.getAccessibleContext().setAccessibleName(texts.get("work." + name));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer((of, thing, index, selected, focused) -> drawn(entries.apply(thing), selected));
        list.addListSelectionListener(event -> tell());
        state.setName(name + ".state");
        buttons.setLayout(new BoxLayout(buttons, BoxLayout.X_AXIS));
        add(new Paragraph(texts.get(name + ".intro"), WIDTH), BorderLayout.NORTH);
        add(new JScrollPane(list));
        add(new Column(texts, WIDTH).with(state, 8).with(buttons, 0).with(below, 0), BorderLayout.SOUTH);
    }

    private Component drawn(Entry entry, boolean selected) {
        var column = new Column(texts, WIDTH);
        column.setOpaque(true);
        column.setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        Pane.edge(column, Pane.EDGE / 2);
        var title = column.put(new JLabel(entry.title()), 0);
        title.setFont(title.getFont().deriveFont(Font.BOLD));
        var spoken = new StringBuilder(entry.title());
        for (var line : entry.lines()) {
            var label = new JLabel(line.words());
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
        var button = Buttons.named(key, texts, action);
        buttons.add(button);
        buttons.add(Box.createHorizontalStrut(UIScale.scale(Pane.EDGE / 2)));
        return looking(() -> button.setEnabled(may.getAsBoolean()));
    }

    /** Adds a button that does something with the selected thing, where it is such. */
    EntryList<T> forSelected(String key, Predicate<T> may, Consumer<T> action) {
        return with(
                key, () -> selected().filter(may).isPresent(), () -> selected().ifPresent(action));
    }

    /** Looks again once another thing is selected, or none, and after each change. */
    EntryList<T> looking(Runnable look) {
        looks.add(look);
        return this;
    }

    private void tell() {
        var now = selected().map(ids);
        if (!isFilling && !now.equals(chosen)) {
            chosen = now;
            looks.forEach(Runnable::run);
        }
    }

    Optional<T> selected() {
        return Optional.ofNullable(list.getSelectedValue());
    }

    /** Replaces what was there; the selection stays on its thing, and on the only thing that there is. */
    void show(List<T> now, String words) {
        var before = selected().map(ids);
        // Nobody has chosen anything else.
        isFilling = true;
        things.clear();
        things.addAll(now);
        for (var i = 0; i < now.size(); i++) {
            if (now.size() == 1 || before.filter(ids.apply(now.get(i))::equals).isPresent()) {
                list.setSelectedIndex(i);
            }
        }
        isFilling = false;
        state.setText(now.isEmpty() && words.isBlank() ? texts.get(getName() + ".empty") : words);
        chosen = selected().map(ids);
        looks.forEach(Runnable::run);
    }
}
