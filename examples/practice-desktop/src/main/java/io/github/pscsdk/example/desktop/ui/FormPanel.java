package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.declaration.FieldFinding;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.work.FormModel;
import java.awt.BorderLayout;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** The form, its findings, and what can be done with it. */
final class FormPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int EDGE = 12;
    private static final int WIDTH = 680;

    private final transient FormModel model;
    private final transient Texts texts;
    private final transient Map<Field, FieldRow> rows = new EnumMap<>(Field.class);
    private final Column general = new Column();
    private final Column failure = new Column();
    private final JLabel outcome = new JLabel(" ");

    FormPanel(FormModel model, Texts texts) {
        super(new BorderLayout());
        this.model = model;
        this.texts = texts;
        setName("form");
        var column = new Column().with(general);
        model.refusal(texts.language())
                .ifPresent(refusal ->
                        column.with(Colours.wrong(Paragraph.of(refusal, WIDTH))).gap(8));
        section(column, "form.place", Field.PLACE_NAME, Field.ACCESSIBILITY);
        section(column, "form.offer", Field.KIND, Field.DETAILS);
        section(column, "form.dates", Field.OPENS_ON, Field.CLOSES_ON);
        column.setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
        var top = new JPanel(new BorderLayout());
        top.add(column, BorderLayout.NORTH);
        var scroll = new JScrollPane(top);
        scroll.setBorder(null);
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        add(scroll);
        add(buttons(), BorderLayout.SOUTH);
        refresh();
    }

    private void section(Column column, String title, Field first, Field last) {
        column.with(Paragraph.heading(texts.get(title), WIDTH)).gap(8);
        for (var field : Field.values()) {
            if (field.compareTo(first) >= 0 && field.compareTo(last) <= 0) {
                var row = new FieldRow(field, texts);
                row.editor().onTyping(value -> typed(field, value));
                rows.put(field, row);
                column.with(row);
            }
        }
        column.gap(8);
    }

    private JPanel buttons() {
        outcome.setName("form.outcome");
        failure.setName("form.failure");
        var column = new Column()
                .with(failure)
                .with(outcome)
                .gap(6)
                .with(new Row(
                        Buttons.named("form.hand-over", texts, model::handOver),
                        Buttons.named("form.check", texts, model::check),
                        Buttons.named("form.save", texts, model::keep),
                        Buttons.named("form.new", texts, model::anew)));
        column.setBorder(BorderFactory.createEmptyBorder(EDGE / 2, EDGE, EDGE, EDGE));
        return column;
    }

    private String outcome() {
        return switch (model.outcome()) {
            case NONE -> " ";
            case FINE -> texts.get("form.fine");
            case REMARKS -> texts.get("form.remarks");
            case WRONG -> texts.get("form.wrong");
            case SAVED -> texts.get("form.saved");
            case HANDED_OVER -> texts.get("form.handed-over");
        };
    }

    private void typed(Field field, String value) {
        model.type(field, value);
        if (field == Field.KIND) {
            showWhatTheKindNeeds();
        }
    }

    /** What the model holds now. */
    void refresh() {
        var sheet = model.sheet();
        outcome.setText(outcome());
        failure.removeAll();
        model.failure()
                .ifPresent(problem -> failure.with(Colours.wrong(
                                Paragraph.of(texts.get("form.not-kept"), WIDTH).named("form.not-kept")))
                        .gap(4)
                        .with(RemedyPanel.of(problem, texts, WIDTH))
                        .gap(6));
        rows.forEach((field, row) -> {
            row.editor().show(sheet.get(field));
            row.show(model.findings(Optional.of(field)));
        });
        general.removeAll();
        model.corrected().ifPresent(number -> general.with(correcting(number)).gap(8));
        for (var finding : model.findings(Optional.empty())) {
            general.with(general(finding)).gap(6);
        }
        showWhatTheKindNeeds();
        revalidate();
        repaint();
    }

    private Paragraph correcting(String number) {
        return Colours.warning(
                Paragraph.of(texts.get("form.correcting", number), WIDTH).named("form.correcting"));
    }

    private Paragraph general(FieldFinding finding) {
        var paragraph = Paragraph.of(finding.in(texts.language()), WIDTH).named("finding");
        return finding.rejecting() ? Colours.wrong(paragraph) : Colours.quiet(paragraph);
    }

    private void showWhatTheKindNeeds() {
        var kind = model.sheet().get(Field.KIND);
        rows.get(Field.TESTS).setVisible(kind.equals("testing"));
        rows.get(Field.PRODUCTS).setVisible(kind.equals("vaccination"));
    }
}
