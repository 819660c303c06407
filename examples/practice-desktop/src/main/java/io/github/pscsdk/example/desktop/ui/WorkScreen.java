package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.desktop.handover.DeclarationItem;
import io.github.pscsdk.example.desktop.handover.HandedOverDeclaration;
import io.github.pscsdk.example.desktop.model.FormModel;
import io.github.pscsdk.example.desktop.model.ImportModel;
import io.github.pscsdk.example.desktop.model.OutboxModel;
import io.github.pscsdk.example.desktop.model.SessionModel;
import io.github.pscsdk.example.imports.ImportedRow;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import java.awt.BorderLayout;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;

/** The person and their practice location, the form, what was handed over, and the outbox. */
final class WorkScreen extends JPanel {
    private static final int FORM = 0;
    private static final int OUTBOX = 2;

    private final SessionModel session;
    private final FormModel form;
    private final OutboxModel outbox;
    private final ImportModel imports;
    private final EntryTexts words;
    private final Texts texts;
    private final List<Runnable> forget;
    private final JTabbedPane tabs = new JTabbedPane();
    private final JComboBox<Site> places = new JComboBox<>();
    private final EntryList<HandedOverDeclaration> handedOver;
    private final EntryList<DeclarationItem> waiting;
    private final EntryList<ImportedRow> imported;
    private final BorderPanel warning = LookAndFeel.warning(BorderPanel.edged(BorderPanel.EDGE / 2));
    private final JLabel left = LookAndFeel.warning(new JLabel(" "));
    private final JButton extend;

    /** A line of the choice. Two sites may have one name in one town. */
    private record Site(Workplace place, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    WorkScreen(SessionModel session, HelpWindows windows) {
        super(new BorderLayout());
        this.session = session;
        texts = windows.texts();
        var work = session.work().orElseThrow();
        form = work.form();
        outbox = work.outbox();
        imports = work.imports();
        words = new EntryTexts(texts);
        setName("work");
        left.setName("session.warning");
        extend = Controls.named("session.extend", texts, outbox::deliver);
        warning.with(left, BorderLayout.CENTER).with(extend, BorderLayout.EAST);
        var panel = new FormPanel(form, texts);
        handedOver = handedOver(windows);
        waiting = waiting();
        imported = imported();
        tabs.setName("tabs");
        tabs.addTab(texts.get("work.form"), panel);
        tabs.addTab(texts.get("work.handed"), handedOver);
        tabs.addTab(texts.get("work.outbox"), waiting);
        tabs.addTab(texts.get("work.import"), imported);
        var bar = bar(work.session().professional());
        add(new BorderPanel().with(warning, BorderLayout.NORTH).with(bar, BorderLayout.CENTER), BorderLayout.NORTH);
        add(tabs);
        var ofForm = form.onChange(() -> {
            panel.refresh();
            choosePlace();
            // A declaration that could not be kept is there alone.
            if (form.failure().isPresent()) {
                tabs.setSelectedIndex(FORM);
            }
        });
        forget = List.of(ofForm, outbox.onChange(this::showOutbox), imports.onChange(this::showImport));
        showOutbox();
        showImport();
        tick();
    }

    private EntryList<HandedOverDeclaration> handedOver(HelpWindows windows) {
        return new EntryList<HandedOverDeclaration>("handed", HandedOverDeclaration::number, words::entry, texts)
                .forSelected("handed.confirm", HandedOverDeclaration::mayConfirm, outbox::confirm)
                .forSelected(
                        "handed.correct", HandedOverDeclaration::mayCorrect, one -> inTheForm(() -> form.correct(one)))
                .forSelected(
                        "handed.again",
                        one -> one.mayCorrect() || one.isWithdrawn(),
                        one -> inTheForm(() -> form.again(one)))
                .forSelected(
                        "handed.copy",
                        one -> true,
                        one -> windows.openCopySheet(one.latest().content()))
                .forSelected("handed.withdraw", HandedOverDeclaration::mayWithdraw, this::withdraw);
    }

    /** Asks for the reason first, since a withdrawal is an end. */
    private void withdraw(HandedOverDeclaration declaration) {
        var reasons = WithdrawalReason.values();
        var answers = Stream.concat(
                Stream.of(reasons)
                        .map(reason ->
                                texts.get("withdrawal.because", reason.term().in(texts.language()))),
                Stream.of(texts.get("withdrawal.cancel")));
        ModalDialogs.ask(
                        this,
                        texts.get("withdrawal.title"),
                        texts.get("withdrawal.end"),
                        answers.toArray(String[]::new))
                .ifPresent(number -> outbox.withdraw(declaration, reasons[number]));
    }

    private EntryList<DeclarationItem> waiting() {
        return new EntryList<DeclarationItem>("outbox", item -> item.request().id(), words::entry, texts)
                .with("outbox.send", () -> outbox.waiting() > 0 && !outbox.isBusy(), outbox::deliverAll)
                .forSelected("outbox.open", DeclarationItem::mayOpen, item -> inTheForm(() -> form.open(item)))
                .forSelected("outbox.discard", item -> item.phase() != Phase.WAITING, outbox::discard);
    }

    private EntryList<ImportedRow> imported() {
        return new EntryList<ImportedRow>("import", ImportedRow::line, words::entry, texts)
                .with("import.choose", () -> true, this::chooseFile)
                .with("import.take-over", () -> imports.state().mayTakeOver(), imports::takeOver);
    }

    private void chooseFile() {
        ModalDialogs.file(this, texts.get("import.choose"), "csv", "", texts.get("import.read"))
                .ifPresent(imports::read);
    }

    private JComponent bar(Professional professional) {
        var name = String.join(" ", professional.givenNames()) + " " + professional.familyName();
        var id = professional.nationalId().value();
        var who = Controls.bold(professional.hasName() ? name.strip() : id);
        who.setName("session.who");
        var out = Controls.named("menu.sign-out", texts, () -> form.leave(session::signOut));
        out.setName("sign-out");
        return BorderPanel.edged(BorderPanel.EDGE / 2)
                .with(who, BorderLayout.WEST)
                .with(places(), BorderLayout.CENTER)
                .with(out, BorderLayout.EAST);
    }

    private JComponent places() {
        if (form.places().isEmpty()) {
            return LookAndFeel.wrong(new JLabel(texts.get("work.no-place")));
        }
        for (var place : form.places()) {
            var structure = place.structure();
            var name = structure.tradeName().or(structure::legalName).orElse(texts.get("work.place.unnamed"));
            var town = place.address().locality().or(place.address()::postcode).orElse("");
            places.addItem(new Site(place, texts.get("work.place.line", name, town)));
        }
        choosePlace();
        places.setName("work.place");
        places.setRenderer(Controls.plain(new DefaultListCellRenderer()));
        places.addActionListener(
                event -> form.choose(places.getItemAt(places.getSelectedIndex()).place()));
        var label = new JLabel(texts.get("work.place"));
        label.setLabelFor(places);
        return new BorderPanel().with(label, BorderLayout.WEST).with(places, BorderLayout.CENTER);
    }

    /** The place of the form: another one is taken only once what was typed is kept. */
    private void choosePlace() {
        form.place().ifPresent(place -> places.setSelectedIndex(form.places().indexOf(place)));
    }

    private void inTheForm(Runnable taking) {
        taking.run();
        tabs.setSelectedIndex(FORM);
    }

    private void showOutbox() {
        handedOver.show(outbox.handedOver(), words.sending(outbox));
        waiting.show(outbox.items(), words.sending(outbox));
        var number = outbox.waiting();
        tabs.setTitleAt(OUTBOX, number == 0 ? texts.get("work.outbox") : texts.get("work.outbox.count", number));
        tick();
    }

    private void showImport() {
        imported.show(imports.state().rows(), imports.state().words().apply(texts));
    }

    /** Says so where the session is about to end; where nothing was sent for a while, one press has it go on. */
    void tick() {
        var minutes = session.minutesLeft();
        var isIdle = session.endsByIdleness();
        warning.setVisible(minutes.isPresent());
        extend.setVisible(isIdle);
        var key = isIdle ? "session.ends.idle" : "session.ends";
        minutes.ifPresent(number -> left.setText(texts.get(key, number)));
    }

    /** Looks at the models no more. */
    void leave() {
        forget.forEach(Runnable::run);
    }
}
