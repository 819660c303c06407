package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.HealthCheckModel;
import io.github.pscsdk.example.desktop.model.SupportArchive;
import java.awt.Frame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** The obstacles to a login on this workstation, with who must act and what to do. */
final class HealthCheckWindow extends HelpDialog {
    private static final long serialVersionUID = 1L;

    private static final String ENDING = ".zip";

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
    void speak(Texts language) {
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
            show(examinations(words));
        } else {
            show(new DiagnosisPanel(found.get(), model.changes(), words, texts).component());
        }
        remark(archive.failure()
                .map(problem -> RemedyPanel.of(problem, texts, WIDTH))
                .orElseGet(this::aboutTheArchive));
    }

    /** How far it is: each thing that was looked at. */
    private JComponent examinations(DiagnosisWords words) {
        var column = new Column()
                .with(
                        Paragraph.heading(texts.get("health-check.looking"), WIDTH)
                                .named("health-check.looking"),
                        12);
        model.ended()
                .forEach(
                        one -> column.with(Paragraph.of(words.ended(one), WIDTH).named("health-check.ended"), 4));
        return column;
    }

    private JComponent aboutTheArchive() {
        var words = archive.written()
                .map(file -> texts.get("health-check.archive.written", file))
                .orElseGet(() -> texts.get("health-check.archive.hint"));
        return Colours.quiet(Paragraph.of(words, WIDTH).named("health-check.archive.outcome"));
    }

    /** Asks where the archive for the support desk is to be; before a file is replaced, once more. */
    private void save() {
        var chooser = new JFileChooser();
        chooser.setName("archive");
        chooser.setDialogTitle(texts.get("health-check.archive"));
        chooser.setFileFilter(new FileNameExtensionFilter("zip", "zip"));
        chooser.setSelectedFile(Path.of(texts.get("health-check.archive.file")).toFile());
        if (chooser.showDialog(this, texts.get("health-check.archive.save")) == JFileChooser.APPROVE_OPTION) {
            var chosen = chooser.getSelectedFile().toPath();
            var name = chosen.getFileName().toString();
            var file = name.endsWith(ENDING) ? chosen : chosen.resolveSibling(name + ENDING);
            model.diagnosis()
                    .filter(found -> Files.notExists(file) || replaces(file))
                    .ifPresent(
                            found -> archive.write(found, file, texts.language().locale()));
        }
    }

    private boolean replaces(Path file) {
        var answers = new Object[] {texts.get("health-check.archive.replace"), texts.get("health-check.archive.keep")};
        return JOptionPane.showOptionDialog(
                        this,
                        texts.get("health-check.archive.there", file.getFileName()),
                        texts.get("health-check.archive"),
                        JOptionPane.DEFAULT_OPTION,
                        JOptionPane.QUESTION_MESSAGE,
                        null,
                        answers,
                        answers[1])
                == 0;
    }

    private void guide() {
        model.diagnosis()
                .flatMap(Diagnosis::firstCause)
                .ifPresent(cause -> windows.guide(guide -> guide.mend(cause.problem()), texts));
    }

    @Override
    public void dispose() {
        forget.forEach(Runnable::run);
        super.dispose();
    }
}
