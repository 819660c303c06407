package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.healthcheck.HealthCheckModel;
import javax.swing.JComponent;

/** How far the health check is: each thing that it has looked at. */
final class ExaminationPanel {
    private final Column column = new Column();

    ExaminationPanel(HealthCheckModel model, DiagnosisWords words, Texts texts) {
        column.with(Paragraph.heading(texts.get("health-check.looking"), HelpDialog.WIDTH)
                        .named("health-check.looking"))
                .gap(12);
        for (var examination : model.ended()) {
            column.with(Paragraph.of(words.ended(examination), HelpDialog.WIDTH).named("health-check.ended"))
                    .gap(4);
        }
    }

    JComponent component() {
        return column;
    }
}
