package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Asks where the archive for the support desk is to be; before a file is replaced, once more. */
final class ArchiveChooser {
    private static final String ENDING = ".zip";

    private ArchiveChooser() {}

    /** Waits for the person; empty where they think better of it. */
    static Optional<Path> ask(Component owner, Texts texts) {
        var chooser = new JFileChooser();
        chooser.setName("archive");
        chooser.setDialogTitle(texts.get("health-check.archive"));
        chooser.setFileFilter(new FileNameExtensionFilter("zip", "zip"));
        chooser.setSelectedFile(Path.of(texts.get("health-check.archive.file")).toFile());
        if (chooser.showDialog(owner, texts.get("health-check.archive.save")) != JFileChooser.APPROVE_OPTION) {
            return Optional.empty();
        }
        var file = withEnding(chooser.getSelectedFile().toPath());
        return Files.notExists(file) || replaces(file, owner, texts) ? Optional.of(file) : Optional.empty();
    }

    private static Path withEnding(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(ENDING) ? file : file.resolveSibling(name + ENDING);
    }

    private static boolean replaces(Path file, Component owner, Texts texts) {
        var answers = new Object[] {texts.get("health-check.archive.replace"), texts.get("health-check.archive.keep")};
        var answer = JOptionPane.showOptionDialog(
                owner,
                texts.get("health-check.archive.there", file.getFileName()),
                texts.get("health-check.archive"),
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.QUESTION_MESSAGE,
                null,
                answers,
                answers[1]);
        return answer == 0;
    }
}
