package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.desktop.declaration.FieldFinding;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JComponent;

/** What the rules found, below what it was found in. */
final class FindingLines {
    private final Column column = new Column();
    private final String name;
    private final int width;
    private final Language language;

    /** @param name of each line */
    FindingLines(String name, int width, Language language) {
        this.name = name;
        this.width = width;
        this.language = language;
    }

    JComponent component() {
        return column;
    }

    /** Adds a button below, until something else is found. */
    void offer(JButton button) {
        column.with(button);
    }

    /** Replaces what was found before, and tells the fields, for eyes and for screen readers. */
    void show(List<FieldFinding> found, List<? extends JComponent> fields) {
        column.removeAll();
        for (var finding : found) {
            var line = Paragraph.of(finding.in(language), width).named(name);
            column.with(finding.rejecting() ? Colours.wrong(line) : Colours.quiet(line));
        }
        var words = found.stream().map(finding -> finding.in(language)).collect(Collectors.joining(" "));
        var isWrong = found.stream().anyMatch(FieldFinding::rejecting);
        for (var field : fields) {
            field.putClientProperty("JComponent.outline", isWrong ? "error" : null);
            field.getAccessibleContext().setAccessibleDescription(words.isEmpty() ? null : words);
        }
    }
}
