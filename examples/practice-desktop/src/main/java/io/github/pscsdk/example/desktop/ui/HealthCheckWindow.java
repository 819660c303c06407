package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.HealthCheckModel;
import io.github.pscsdk.example.desktop.model.SupportArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** The obstacles to a login on this workstation, with who must act and what to do. */
final class HealthCheckWindow extends HelpDialog {
    private static final long serialVersionUID = 1L;

    private static final String ENDING = ".zip";

    private final transient HelpWindows windows;
    private final transient HealthCheckModel model;
    private final transient SupportArchive archive;
    private final transient List<Runnable> forget;
    private transient Texts texts = MainWindow.texts(Language.FRENCH);
    private JButton save = new JButton();
    private JButton guide = new JButton();

    HealthCheckWindow(HelpWindows windows) {
        super(windows.owner(), "health-check");
        this.windows = windows;
        model = windows.models().healthCheck();
        archive = windows.models().archive();
        archive.forget();
        forget = List.of(model.onChange(this::refresh), archive.onChange(this::refresh));
    }

    @Override
    void speak(Texts language) {
        texts = language;
        setTitle(texts.get("health-check.title"));
        var again = Buttons.named("health-check.again", texts, model::examine);
        save = Buttons.named("health-check.archive", texts, this::save);
        guide = Buttons.named(
                "health-check.guide",
                texts,
                () -> model.diagnosis()
                        .flatMap(Diagnosis::firstCause)
                        .ifPresent(cause -> windows.guide(model -> model.mend(cause.problem()), texts)));
        showBelow(again, save, guide, Buttons.named("health-check.close", texts, this::dispose));
        refresh();
        begin(again);
    }

    private void refresh() {
        var found = model.diagnosis().filter(diagnosis -> !model.isExamining());
        save.setEnabled(found.isPresent());
        guide.setEnabled(found.flatMap(Diagnosis::firstCause).isPresent());
        show(found.map(diagnosis -> DiagnosisPanel.of(diagnosis, model, texts)).orElseGet(this::examinations));
        remark(archive.failure()
                .<JComponent>map(problem -> RemedyPanel.of(problem, texts, WIDTH))
                .orElseGet(this::aboutTheArchive));
    }

    /** Each examination that has ended. */
    private Column examinations() {
        var column = new Column(texts, WIDTH);
        column.say(12, "health-check.looking").heading(2);
        model.ended().forEach(one -> column.text(DiagnosisPanel.ended(one, texts), 4));
        return column;
    }

    private JComponent aboutTheArchive() {
        var words = archive.written()
                .map(file -> texts.get("health-check.archive.written", file))
                .orElseGet(() -> texts.get("health-check.archive.hint"));
        return new Paragraph(words, WIDTH).quiet().named("health-check.archive.outcome");
    }

    /** Asks where the archive for the support desk is to be; before a file is replaced, once more. */
    private void save() {
        var chooser = new JFileChooser();
        chooser.setDialogTitle(texts.get("health-check.archive"));
        chooser.setFileFilter(new FileNameExtensionFilter("zip", "zip"));
        chooser.setSelectedFile(Path.of(texts.get("health-check.archive.file")).toFile());
        if (chooser.showDialog(this, texts.get("health-check.archive.save")) == JFileChooser.APPROVE_OPTION) {
            var chosen = chooser.getSelectedFile().toPath();
            var name = chosen.getFileName().toString();
            var file = name.endsWith(ENDING) ? chosen : chosen.resolveSibling(name + ENDING);
            var locale = texts.language().locale();
            model.diagnosis()
                    .filter(found -> Files.notExists(file) || replaces(file))
                    .ifPresent(found -> archive.write(found, file, locale));
        }
    }

    private boolean replaces(Path file) {
        var answers = new Object[] {texts.get("health-check.archive.replace"), texts.get("health-check.archive.keep")};
        var question = texts.get("health-check.archive.there", file.getFileName());
        var title = texts.get("health-check.archive");
        var kind = JOptionPane.QUESTION_MESSAGE;
        var answer = JOptionPane.showOptionDialog(
                this, question, title, JOptionPane.DEFAULT_OPTION, kind, null, answers, answers[1]);
        return answer == 0;
    }

    @Override
    public void dispose() {
        forget.forEach(Runnable::run);
        super.dispose();
    }
}
