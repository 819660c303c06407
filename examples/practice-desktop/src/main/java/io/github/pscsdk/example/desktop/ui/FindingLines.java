package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.example.desktop.declaration.FieldFinding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.JComponent;

/** What the rules found, below what it was found in. */
final class FindingLines {
    private final Column column = new Column();
    private final String name;
    private final int width;
    private final Locale locale;

    /** @param name of each line */
    FindingLines(String name, int width, Locale locale) {
        this.name = name;
        this.width = width;
        this.locale = locale;
    }

    JComponent component() {
        return column;
    }

    /** Replaces what was found before, and tells the fields, for eyes and for screen readers. */
    void show(List<FieldFinding> found, List<? extends JComponent> fields) {
        column.removeAll();
        for (var finding : found) {
            var line = Paragraph.of(finding.in(locale), width).named(name);
            column.with(finding.rejecting() ? Colours.wrong(line) : Colours.quiet(line));
        }
        var words = found.stream().map(finding -> finding.in(locale)).collect(Collectors.joining(" "));
        var isWrong = found.stream().anyMatch(FieldFinding::rejecting);
        for (var field : fields) {
            field.putClientProperty("JComponent.outline", isWrong ? "error" : null);
            field.getAccessibleContext().setAccessibleDescription(words.isEmpty() ? null : words);
        }
    }
}
