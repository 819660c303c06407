package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.session.SessionModel;
import io.github.pscsdk.example.desktop.work.WorkModels;
import java.awt.BorderLayout;
import java.awt.Font;
import java.time.ZoneId;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;

/** Who is logged in, where they practise, the form and the outbox. */
final class WorkScreen extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int EDGE = 12;
    private static final int FORM = 0;
    private static final int OUTBOX = 2;

    private final transient SessionModel session;
    private final transient WorkModels work;
    private final transient Texts texts;
    private final transient Runnable forget;
    private final JTabbedPane tabs = new JTabbedPane();
    private final transient PlaceChooser places;
    private final JLabel warning = Colours.warning(new JLabel(" "));

    WorkScreen(SessionModel session, WorkModels work, Professional professional, ZoneId zone, Texts texts) {
        super(new BorderLayout());
        this.session = session;
        this.work = work;
        this.texts = texts;
        setName("work");
        warning.setName("session.warning");
        warning.setVisible(false);
        warning.setBorder(BorderFactory.createEmptyBorder(
                UIScale.scale(6), UIScale.scale(EDGE), UIScale.scale(6), UIScale.scale(EDGE)));
        places = new PlaceChooser(work.form(), texts);
        var form = new FormPanel(work.form(), texts);
        var handedOver = new HandedOverPanel(
                work.outbox(), declaration -> inTheForm(() -> work.form().correct(declaration)), zone, texts);
        var outbox = new OutboxPanel(
                work.outbox(), item -> inTheForm(() -> work.form().open(item)), zone, texts);
        tabs.setName("tabs");
        tabs.addTab(texts.get("work.form"), form);
        tabs.addTab(texts.get("work.handed"), handedOver);
        tabs.addTab(texts.get("work.outbox"), outbox);
        add(top(professional), BorderLayout.NORTH);
        add(tabs);
        var ofForm = work.form().onChange(() -> {
            form.refresh();
            places.refresh();
            // What could not be kept is there alone.
            if (work.form().failure().isPresent()) {
                tabs.setSelectedIndex(FORM);
            }
        });
        var ofOutbox = work.outbox().onChange(() -> {
            handedOver.refresh();
            outbox.refresh();
            count();
        });
        forget = () -> {
            ofForm.run();
            ofOutbox.run();
        };
        count();
        tick();
    }

    private JPanel top(Professional professional) {
        var name = String.join(" ", professional.givenNames()) + " " + professional.familyName();
        var who = new JLabel(
                professional.hasName()
                        ? name.strip()
                        : professional.nationalId().value());
        who.setName("session.who");
        who.setFont(who.getFont().deriveFont(Font.BOLD));
        var out = new JButton(texts.get("menu.sign-out"));
        out.setName("sign-out");
        out.addActionListener(event -> work.form().leave(session::signOut));
        var left = new Column().with(who).gap(6).with(places.component());
        var bar = new JPanel(new BorderLayout());
        bar.setBorder(BorderFactory.createEmptyBorder(
                UIScale.scale(EDGE), UIScale.scale(EDGE), UIScale.scale(EDGE), UIScale.scale(EDGE)));
        bar.add(left);
        bar.add(new Row(out), BorderLayout.EAST);
        var top = new JPanel(new BorderLayout());
        top.add(warning, BorderLayout.NORTH);
        top.add(bar);
        return top;
    }

    private void inTheForm(Runnable taking) {
        taking.run();
        tabs.setSelectedIndex(FORM);
    }

    private void count() {
        var waiting = work.outbox().waiting();
        tabs.setTitleAt(OUTBOX, waiting == 0 ? texts.get("work.outbox") : texts.get("work.outbox.count", waiting));
    }

    /** Says so where the session is about to end. */
    void tick() {
        var left = session.minutesLeft();
        warning.setVisible(left.isPresent());
        left.ifPresent(minutes -> warning.setText(warning(minutes)));
    }

    private String warning(long minutes) {
        if (session.endsByIdleness()) {
            return texts.get("session.ends.idle", minutes);
        }
        return minutes > 1 ? texts.get("session.ends", minutes) : texts.get("session.ends.soon");
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
