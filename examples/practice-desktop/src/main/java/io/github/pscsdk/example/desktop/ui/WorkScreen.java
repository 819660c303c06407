package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.handover.DeclarationItem;
import io.github.pscsdk.example.desktop.handover.HandedOverDeclaration;
import io.github.pscsdk.example.desktop.model.DesktopModels;
import io.github.pscsdk.example.desktop.model.FormModel;
import io.github.pscsdk.example.desktop.model.OutboxModel;
import io.github.pscsdk.example.desktop.model.SessionModel;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.awt.BorderLayout;
import java.awt.Font;
import java.time.ZoneId;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.border.Border;

/** The person and their practice location, the form, what was handed over, and the outbox. */
final class WorkScreen extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int EDGE = 16;
    private static final int FORM = 0;
    private static final int OUTBOX = 2;

    private final transient SessionModel session;
    private final transient FormModel form;
    private final transient OutboxModel outbox;
    private final transient HelpWindows windows;
    private final transient ItemWords words;
    private final transient Texts texts;
    private final transient Runnable forget;
    private final JTabbedPane tabs = new JTabbedPane();
    private final JComboBox<Choice<Workplace>> places = new JComboBox<>();
    private final EntryList<HandedOverDeclaration> handedOver;
    private final EntryList<DeclarationItem> waiting;
    private final JLabel warning = Colours.warning(new JLabel(" "));

    WorkScreen(SessionModel session, DesktopModels.Work work, HelpWindows windows, Texts texts) {
        super(new BorderLayout());
        this.session = session;
        this.windows = windows;
        this.texts = texts;
        form = work.form();
        outbox = work.outbox();
        words = new ItemWords(texts, ZoneId.systemDefault());
        setName("work");
        warning.setName("session.warning");
        warning.setBorder(edges(EDGE / 2));
        var panel = new FormPanel(form, texts);
        handedOver = handedOver();
        waiting = waiting();
        tabs.setName("tabs");
        tabs.addTab(texts.get("work.form"), panel);
        tabs.addTab(texts.get("work.handed"), handedOver);
        tabs.addTab(texts.get("work.outbox"), waiting);
        add(top(session.session().orElseThrow().professional()), BorderLayout.NORTH);
        add(tabs);
        var ofForm = form.onChange(() -> {
            panel.refresh();
            choosePlace();
            // What could not be kept is there alone.
            if (form.failure().isPresent()) {
                tab(FORM);
            }
        });
        var ofOutbox = outbox.onChange(this::showOutbox);
        forget = () -> {
            ofForm.run();
            ofOutbox.run();
        };
        showOutbox();
        tick();
    }

    private static Border edges(int height) {
        var edge = UIScale.scale(EDGE);
        return BorderFactory.createEmptyBorder(UIScale.scale(height), edge, UIScale.scale(height), edge);
    }

    private EntryList<HandedOverDeclaration> handedOver() {
        var withdrawal = new WithdrawalRow(texts);
        var list = new EntryList<HandedOverDeclaration>(
                "handed", HandedOverDeclaration::number, words::entry, withdrawal.component(), texts);
        withdrawal.onReason(reason -> list.selected().ifPresent(one -> outbox.withdraw(one, reason, withdrawal::told)));
        return list.forSelected("handed.confirm", HandedOverDeclaration::mayConfirm, outbox::confirm)
                .forSelected(
                        "handed.correct", HandedOverDeclaration::mayCorrect, one -> inTheForm(() -> form.correct(one)))
                .forSelected(
                        "handed.again",
                        one -> one.mayCorrect() || one.isWithdrawn(),
                        one -> inTheForm(() -> form.again(one)))
                .forSelected(
                        "handed.copy",
                        one -> true,
                        one -> windows.copySheet(one.latest().content(), texts))
                .forSelected(
                        "handed.withdraw", HandedOverDeclaration::mayWithdraw, one -> withdrawal.open(one.number()))
                .looking(() -> withdrawal.stayFor(list.selected()
                        .filter(HandedOverDeclaration::mayWithdraw)
                        .map(HandedOverDeclaration::number)));
    }

    private EntryList<DeclarationItem> waiting() {
        return new EntryList<DeclarationItem>("outbox", DeclarationItem::id, words::entry, new Column(), texts)
                .with("outbox.send", () -> outbox.waiting() > 0 && !outbox.isBusy(), outbox::deliverAll)
                .forSelected(
                        "outbox.open",
                        item -> item.phase() != Phase.WAITING
                                && item.request().kind().isDeclaration(),
                        item -> inTheForm(() -> form.open(item)))
                .forSelected(
                        "outbox.discard", item -> item.phase() != Phase.WAITING, item -> outbox.discard(item.id()));
    }

    private JPanel top(Professional professional) {
        var name = String.join(" ", professional.givenNames()) + " " + professional.familyName();
        var who = new JLabel(
                professional.hasName()
                        ? name.strip()
                        : professional.nationalId().value());
        who.setName("session.who");
        who.setFont(who.getFont().deriveFont(Font.BOLD));
        var out = Buttons.named("menu.sign-out", texts, () -> form.leave(session::signOut));
        out.setName("sign-out");
        var bar = new JPanel(new BorderLayout(UIScale.scale(EDGE), 0));
        bar.setBorder(edges(EDGE / 2));
        bar.add(who, BorderLayout.WEST);
        bar.add(places());
        bar.add(new Row(out), BorderLayout.EAST);
        var top = new JPanel(new BorderLayout());
        top.add(warning, BorderLayout.NORTH);
        top.add(bar);
        return top;
    }

    private JComponent places() {
        if (form.places().isEmpty()) {
            return Colours.wrong(new JLabel(texts.get("work.no-place")));
        }
        for (var place : form.places()) {
            var structure = place.structure();
            var name = structure.tradeName().or(structure::legalName).orElse(texts.get("work.place.unnamed"));
            var town = place.address().locality().or(place.address()::postcode).orElse("");
            places.addItem(new Choice<>(place, texts.get("work.place.line", name, town)));
        }
        choosePlace();
        places.setName("work.place");
        places.addActionListener(
                event -> form.choose(places.getItemAt(places.getSelectedIndex()).value()));
        var label = new JLabel(texts.get("work.place"));
        label.setLabelFor(places);
        var row = new JPanel(new BorderLayout(UIScale.scale(EDGE / 2), 0));
        row.add(label, BorderLayout.WEST);
        row.add(places);
        return row;
    }

    /** The place of the form: another one is taken only once what was typed is kept. */
    private void choosePlace() {
        form.place().ifPresent(place -> places.setSelectedIndex(form.places().indexOf(place)));
    }

    private void inTheForm(Runnable taking) {
        taking.run();
        tab(FORM);
    }

    private void showOutbox() {
        handedOver.show(outbox.handedOver(), words.sending(outbox));
        waiting.show(outbox.items(), words.sending(outbox));
        var number = outbox.waiting();
        tabs.setTitleAt(OUTBOX, number == 0 ? texts.get("work.outbox") : texts.get("work.outbox.count", number));
    }

    /** Says so where the session is about to end. */
    void tick() {
        var left = session.minutesLeft();
        warning.setVisible(left.isPresent());
        left.ifPresent(minutes -> warning.setText(
                session.endsByIdleness()
                        ? texts.get("session.ends.idle", minutes)
                        : minutes > 1 ? texts.get("session.ends", minutes) : texts.get("session.ends.soon")));
    }

    /** Which tab is shown. */
    int tab() {
        return tabs.getSelectedIndex();
    }

    /** Shows another tab. */
    void tab(int index) {
        tabs.setSelectedIndex(index);
    }

    /** Looks at the models no more. */
    void leave() {
        forget.run();
    }
}
