package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.example.desktop.model.HealthCheckModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JButton;

/** The obstacles to a login on this workstation, with who must act and what to do. */
final class HealthCheckWindow extends HelpDialog {
    private static final String ENDING = "zip";

    private final HelpWindows windows;
    private final HealthCheckModel model;
    private final Runnable forget;
    private final JButton save = Controls.named("health-check.archive", texts, this::save);
    private final JButton guide = Controls.named("health-check.guide", texts, this::guide);

    HealthCheckWindow(HelpWindows windows) {
        super(windows.owner(), "health-check", windows.texts());
        this.windows = windows;
        model = windows.models().healthCheck();
        forget = model.onChange(this::refresh);
        var again = Controls.named("health-check.again", texts, model::examine);
        showBelow(again, save, guide, Controls.named("health-check.close", texts, this::dispose));
        remark(outcome(texts.get("health-check.archive.hint")));
        refresh();
        begin(again);
    }

    @Override
    HelpDialog in(HelpWindows other) {
        return new HealthCheckWindow(other);
    }

    private void refresh() {
        var found = model.diagnosis().filter(diagnosis -> !model.isExamining());
        save.setEnabled(found.isPresent());
        guide.setEnabled(found.flatMap(Diagnosis::firstCause).isPresent());
        var checking = new Column(texts, WIDTH);
        checking.say(0, "health-check.looking").heading(2);
        show(found.map(diagnosis -> DiagnosisPanel.of(diagnosis, texts)).orElse(checking));
    }

    private void guide() {
        model.diagnosis()
                .flatMap(Diagnosis::firstCause)
                .ifPresent(cause -> windows.guide(guide -> guide.mend(cause.problem())));
    }

    /** Asks where the archive for the support desk is to be; before a file is replaced, once more. */
    private void save() {
        var title = texts.get("health-check.archive");
        var name = texts.get("health-check.archive.file");
        Dialogs.file(this, title, ENDING, name, texts.get("health-check.archive.save"))
                .map(file -> file.toString().endsWith("." + ENDING) ? file : Path.of(file + "." + ENDING))
                .filter(file -> Files.notExists(file) || replaces(file))
                .ifPresent(this::save);
    }

    private boolean replaces(Path file) {
        var question = texts.get("health-check.archive.there", file.getFileName());
        return Dialogs.ask(
                        this,
                        texts.get("health-check.archive"),
                        question,
                        texts.get("health-check.archive.replace"),
                        texts.get("health-check.archive.keep"))
                .isPresent();
    }

    private void save(Path file) {
        var diagnosis = model.diagnosis().orElseThrow();
        windows.models().archive().write(diagnosis, file, texts.language().locale(), failure -> told(file, failure));
    }

    private void told(Path file, Optional<Problem> failure) {
        var written = outcome(texts.get("health-check.archive.written", file));
        remark(failure.map(problem -> RemedyPanel.of(problem, texts, WIDTH)).orElse(written));
    }

    private Column outcome(String words) {
        var column = new Column(texts, WIDTH);
        column.text(words, 0).quiet().named("health-check.archive.outcome");
        return column;
    }

    @Override
    public void dispose() {
        forget.run();
        super.dispose();
    }
}
