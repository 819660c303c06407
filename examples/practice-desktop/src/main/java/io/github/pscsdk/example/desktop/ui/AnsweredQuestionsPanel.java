package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.guide.GuideModel;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;

/** The questions of the guide that the health check answered, by which finding, and a button to answer each oneself. */
final class AnsweredQuestionsPanel {
    private static final int EDGE = 10;
    private static final int WIDTH = HelpDialog.WIDTH - 2 * EDGE;

    private final Column column = new Column();
    private final GuideModel model;
    private final Texts texts;

    AnsweredQuestionsPanel(GuideModel model, List<LoginGuide.Walk.Settled> settled, Texts texts) {
        this.model = model;
        this.texts = texts;
        var edge = UIScale.scale(EDGE);
        column.setBorder(BorderFactory.createEmptyBorder(edge, edge, edge, edge));
        Colours.warning(column);
        column.with(Paragraph.of(texts.get("guide.settled"), WIDTH).inBold());
        settled.forEach(this::add);
    }

    JComponent component() {
        return column;
    }

    private void add(LoginGuide.Walk.Settled one) {
        var finding = new DiagnosisWords(texts).finding("guide.settled.because", one.finding());
        var self = Buttons.named("guide.settled.self", texts, () -> model.ask(one.question()));
        self.setName("guide.settled.self." + one.question().id());
        self.getAccessibleContext()
                .setAccessibleName(
                        texts.get("guide.settled.self.to", one.question().title()));
        column.gap(8)
                .with(Paragraph.of(one.question().title(), WIDTH).named("guide.settled.question"))
                .gap(2)
                .with(Paragraph.of(
                                texts.get("guide.settled.answer", one.choice().label()), WIDTH)
                        .named("guide.settled.answer"))
                .gap(2)
                .with(Paragraph.of(finding, WIDTH).named("guide.settled.because"))
                .gap(4)
                .with(self);
    }
}
