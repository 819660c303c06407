package io.github.pscsdk.example.desktop.ui;

import java.util.List;
import java.util.Optional;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;

/** Entries, of which one may be selected. */
final class EntryList {
    private final DefaultListModel<Entry> entries = new DefaultListModel<>();
    private final JList<Entry> list = new JList<>(entries);
    private final Runnable onSelection;
    private Optional<Object> chosen = Optional.empty();
    private boolean isFilling;

    /**
     * @param spoken what the list is, for screen readers
     * @param onSelection is called once another thing is selected, or none
     */
    EntryList(String name, String spoken, Runnable onSelection) {
        list.setName(name);
        list.getAccessibleContext().setAccessibleName(spoken);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new EntryRenderer());
        this.onSelection = onSelection;
        list.addListSelectionListener(event -> tell());
    }

    private void tell() {
        if (!isFilling && !selected().equals(chosen)) {
            chosen = selected();
            onSelection.run();
        }
    }

    JComponent component() {
        return new JScrollPane(list);
    }

    Optional<Object> selected() {
        return Optional.ofNullable(list.getSelectedValue()).map(Entry::id);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Replaces what was there; the selection stays on its thing, and on the only thing that there is. */
    void show(List<Entry> now) {
        var before = selected();
        // Nobody has chosen anything else.
        isFilling = true;
        entries.clear();
        entries.addAll(now);
        for (var i = 0; i < now.size(); i++) {
            if (now.size() == 1 || before.filter(now.get(i).id()::equals).isPresent()) {
                list.setSelectedIndex(i);
            }
        }
        isFilling = false;
        tell();
    }
}
