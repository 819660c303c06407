package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.healthcheck.HealthCheckModel;
import io.github.pscsdk.example.desktop.healthcheck.SupportArchive;
import java.awt.Frame;
import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JComponent;

/** What stands in the way of a login on this workstation, who must act, and what to do about it. */
final class HealthCheckWindow extends HelpDialog {
    private static final long serialVersionUID = 1L;

    private final transient HealthCheckModel model;
    private final transient SupportArchive archive;
    private final transient HelpWindows windows;
    private final transient List<Runnable> forget;
    private transient Texts texts = MainWindow.texts(Language.of(Locale.getDefault()));
    private JButton save = new JButton();
    private JButton guide = new JButton();

    HealthCheckWindow(Frame owner, HealthCheckModel model, SupportArchive archive, HelpWindows windows) {
        super(owner, "health-check");
        this.model = model;
        this.archive = archive;
        this.windows = windows;
        archive.forget();
        forget = List.of(model.onChange(this::refresh), archive.onChange(this::refresh));
    }

    @Override
    public void speak(Texts language) {
        texts = language;
        entitle("health-check.title", texts);
        var again = Buttons.named("health-check.again", texts, model::examine);
        save = Buttons.named("health-check.archive", texts, this::save);
        guide = Buttons.named("health-check.guide", texts, this::guide);
        showBelow(new Row(again, save, guide, Buttons.named("health-check.close", texts, this::dispose)));
        refresh();
        begin(again);
    }

    private void refresh() {
        var found = model.diagnosis().filter(diagnosis -> !model.isExamining());
        save.setEnabled(found.isPresent());
        guide.setEnabled(found.flatMap(Diagnosis::firstCause).isPresent());
        var words = new DiagnosisWords(texts);
        if (found.isEmpty()) {
            show(new ExaminationPanel(model, words, texts).component());
        } else {
            show(new DiagnosisPanel(found.get(), model.changes(), words, texts).component());
        }
        remark(archive.failure()
                .map(problem -> RemedyPanel.of(problem, texts, WIDTH))
                .orElseGet(this::aboutTheArchive));
    }

    private JComponent aboutTheArchive() {
        var words = archive.written()
                .map(file -> texts.get("health-check.archive.written", file))
                .orElseGet(() -> texts.get("health-check.archive.hint"));
        return Colours.quiet(Paragraph.of(words, WIDTH).named("health-check.archive.outcome"));
    }

    private void save() {
        model.diagnosis()
                .ifPresent(diagnosis -> ArchiveChooser.ask(this, texts)
                        .ifPresent(file ->
                                archive.write(diagnosis, file, texts.language().locale())));
    }

    private void guide() {
        model.diagnosis().flatMap(Diagnosis::firstCause).ifPresent(this::guide);
    }

    private void guide(Diagnostic cause) {
        windows.guideFrom(cause, texts);
    }

    @Override
    public void dispose() {
        forget.forEach(Runnable::run);
        super.dispose();
    }
}
