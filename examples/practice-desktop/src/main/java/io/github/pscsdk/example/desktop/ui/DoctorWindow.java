package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.example.desktop.doctor.DoctorModel;
import io.github.pscsdk.example.desktop.text.Texts;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Frame;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** What stands in the way of a login on this workstation, and what to do about it. */
final class DoctorWindow extends JDialog implements Spoken {
    private static final long serialVersionUID = 1L;

    private static final int WIDTH = 680;
    private static final int HEIGHT = 520;
    private static final int EDGE = 16;

    private final transient DoctorModel model;
    private transient Texts texts;
    private final transient Runnable forget;
    private final JPanel content = new JPanel(new BorderLayout());
    private final JPanel buttons = new JPanel(new BorderLayout());

    DoctorWindow(Frame owner, DoctorModel model, Texts texts) {
        super(owner, false);
        this.model = model;
        this.texts = texts;
        setName("doctor");
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        content.setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
        var scroll = new JScrollPane(content);
        scroll.setBorder(null);
        add(scroll);
        add(buttons, BorderLayout.SOUTH);
        speak(texts);
        setPreferredSize(UIScale.scale(new Dimension(WIDTH, HEIGHT)));
        pack();
        setLocationRelativeTo(owner);
        forget = model.onChange(this::refresh);
        model.examine();
    }

    @Override
    public void speak(Texts language) {
        texts = language;
        setTitle(texts.get("doctor.title"));
        buttons.removeAll();
        buttons.add(buttons());
        refresh();
    }

    private Row buttons() {
        var row = new Row(
                Buttons.named("doctor.again", texts, model::examine),
                Buttons.named("doctor.close", texts, this::dispose));
        row.setBorder(BorderFactory.createEmptyBorder(EDGE / 2, EDGE / 2, EDGE / 2, EDGE / 2));
        return row;
    }

    private void refresh() {
        content.removeAll();
        var column = new Column();
        var findings = model.findings();
        if (findings.isEmpty()) {
            column.with(Paragraph.of(texts.get("doctor.looking"), Column.WIDTH));
        } else if (findings.get().isEmpty()) {
            column.with(Paragraph.of(texts.get("doctor.ready"), Column.WIDTH).named("doctor.ready"));
        } else {
            findings.get()
                    .forEach(finding -> column.with(Paragraph.of(severity(finding), Column.WIDTH))
                            .with(RemedyPanel.of(finding, texts, Column.WIDTH))
                            .gap(16));
        }
        content.add(column, BorderLayout.NORTH);
        revalidate();
        repaint();
    }

    private String severity(Diagnostic finding) {
        var name = finding.severity().name();
        return texts.find("doctor.severity." + name.toLowerCase(Locale.ROOT)).orElse(name);
    }

    @Override
    public void dispose() {
        forget.run();
        super.dispose();
    }
}
