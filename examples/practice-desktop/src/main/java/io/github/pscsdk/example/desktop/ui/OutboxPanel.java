package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.example.desktop.outbox.Item;
import io.github.pscsdk.example.desktop.outbox.Phase;
import io.github.pscsdk.example.desktop.text.Texts;
import io.github.pscsdk.example.desktop.work.OutboxModel;
import java.awt.BorderLayout;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;

/** What was drafted, waits, was rejected or received, and why. */
final class OutboxPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int EDGE = 12;
    private static final int WIDTH = 680;

    private final transient OutboxModel model;
    private final transient Texts texts;
    private final DefaultListModel<Item> entries = new DefaultListModel<>();
    private final JList<Item> list = new JList<>(entries);
    private final JLabel state = new JLabel(" ");
    private final JButton send;
    private final JButton open;
    private final JButton discard;

    /** @param opening takes an item up in the form */
    OutboxPanel(OutboxModel model, Consumer<Item> opening, ZoneId zone, Texts texts) {
        super(new BorderLayout(0, EDGE));
        this.model = model;
        this.texts = texts;
        setName("outbox");
        setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
        list.setName("outbox.list");
        list.getAccessibleContext().setAccessibleName(texts.get("work.outbox"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new ItemRenderer(new ItemWords(texts, zone)));
        list.addListSelectionListener(event -> refreshButtons());
        state.setName("outbox.state");
        send = button("outbox.send", model::deliver);
        open = button("outbox.open", () -> selected().ifPresent(opening));
        discard = button("outbox.discard", () -> selected().ifPresent(item -> model.discard(item.id())));
        add(Paragraph.of(texts.get("outbox.intro"), WIDTH), BorderLayout.NORTH);
        add(new JScrollPane(list));
        add(new Column().with(state).gap(6).with(new Row(send, open, discard)), BorderLayout.SOUTH);
        refresh();
    }

    private JButton button(String key, Runnable action) {
        var button = new JButton(texts.get(key));
        button.setName(key);
        button.addActionListener(event -> action.run());
        return button;
    }

    private Optional<Item> selected() {
        return Optional.ofNullable(list.getSelectedValue());
    }

    /** What the model holds now; the selection stays on its item. */
    void refresh() {
        var before = selected().map(Item::id);
        entries.clear();
        entries.addAll(model.items());
        for (var i = 0; i < entries.size(); i++) {
            if (before.filter(entries.get(i).id()::equals).isPresent()) {
                list.setSelectedIndex(i);
            }
        }
        state.setText(words());
        refreshButtons();
    }

    private String words() {
        if (model.isBusy()) {
            return texts.get("outbox.busy");
        }
        return model.trouble()
                .map(problem -> problem.remedy(texts.locale()).title())
                .orElse(entries.isEmpty() ? texts.get("outbox.empty") : " ");
    }

    private void refreshButtons() {
        send.setEnabled(model.waiting() > 0 && !model.isBusy());
        open.setEnabled(selected().isPresent());
        discard.setEnabled(
                selected().filter(item -> item.phase() != Phase.WAITING).isPresent());
    }
}
