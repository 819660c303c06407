package io.github.pscsdk.example.desktop.ui;

import java.awt.Component;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Questions that a person answers before anything else. They close unanswered when the screen is locked. */
final class ModalDialogs {
    private static final int WIDTH = 480;

    private ModalDialogs() {}

    /** The number of the answer; empty for the last one, which changes nothing, and for none. */
    static Optional<Integer> ask(Component before, String title, String question, String... answers) {
        var last = answers.length - 1;
        var kind = JOptionPane.QUESTION_MESSAGE;
        var message = new Paragraph(question, WIDTH);
        var answer = JOptionPane.showOptionDialog(
                before, message, title, JOptionPane.DEFAULT_OPTION, kind, null, answers, answers[last]);
        return Optional.of(answer).filter(number -> number >= 0 && number < last);
    }

    /**
     * A file that the person names.
     *
     * @param ending of its name, such as {@code csv}
     * @param suggested its name at first; blank for none
     * @param approve the words of the button
     */
    static Optional<Path> file(Component before, String title, String ending, String suggested, String approve) {
        var chooser = new JFileChooser();
        chooser.setDialogTitle(title);
        chooser.setFileFilter(new FileNameExtensionFilter(ending, ending));
        if (!suggested.isBlank()) {
            chooser.setSelectedFile(Path.of(suggested).toFile());
        }
        return Optional.of(chooser.showDialog(before, approve))
                .filter(answer -> answer == JFileChooser.APPROVE_OPTION)
                .map(approved -> chooser.getSelectedFile().toPath());
    }
}
