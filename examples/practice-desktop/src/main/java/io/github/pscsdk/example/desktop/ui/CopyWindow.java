package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.CopySheet;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import javax.swing.JButton;

/** A declaration line by line, for somebody who copies it into another form. */
final class CopyWindow extends HelpDialog {
    private static final int LABEL_WIDTH = 180;
    private static final int VALUE_WIDTH = 360;

    private final Declaration declaration;

    CopyWindow(HelpWindows windows, Declaration declaration) {
        super(windows, "copy");
        this.declaration = declaration;
        follow();
    }

    @Override
    void draw() {
        var column = new Column(texts, WIDTH);
        column.say(8, "copy.title").heading(2);
        column.say(16, "copy.how");
        for (var line : CopySheet.lines(declaration, texts.language())) {
            var label = new Paragraph(line.label(), LABEL_WIDTH).quiet();
            var value = new Paragraph(line.value(), VALUE_WIDTH).named("copy.value");
            column.put(Column.row(label, value, copy(line)), 8);
        }
        column.gap(8).say(0, "copy.labels").quiet();
        show(column);
        showBelow(Controls.named("copy.close", texts, this::dispose));
    }

    private JButton copy(CopySheet.Line line) {
        var copy = Controls.named("copy.do", texts, () -> {});
        Controls.one(copy, "copy.do", texts.get("copy.line", line.label()));
        copy.addActionListener(event -> {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(line.value()), null);
            copy.setText(texts.get("copy.done"));
        });
        return copy;
    }
}
