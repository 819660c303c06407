package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.CopySheet;
import java.awt.Frame;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.ArrayList;
import javax.swing.JButton;

/** A declaration line by line, for somebody who copies it into another form. */
final class CopyWindow extends HelpDialog {
    private static final long serialVersionUID = 1L;

    private static final int LABEL_WIDTH = 180;
    private static final int VALUE_WIDTH = 360;

    private final transient Declaration declaration;

    CopyWindow(Frame owner, Declaration declaration) {
        super(owner, "copy");
        this.declaration = declaration;
    }

    @Override
    void speak(Texts texts) {
        setTitle(texts.get("copy.title"));
        var column = new Column(texts, WIDTH);
        column.say(8, "copy.title").heading(2);
        column.say(16, "copy.how");
        var buttons = new ArrayList<JButton>();
        for (var line : CopySheet.shipped().lines(declaration, texts.language())) {
            var copy = Buttons.named("copy.do", texts, () -> {});
            Buttons.one(copy, "copy.do", texts.get("copy.line", line.label()));
            copy.addActionListener(event -> {
                Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(line.value()), null);
                copy.setText(texts.get("copy.done"));
            });
            var label = new Paragraph(line.label(), LABEL_WIDTH).quiet();
            column.put(new Row(label, new Paragraph(line.value(), VALUE_WIDTH).named("copy.value"), copy), 8);
            buttons.add(copy);
        }
        column.gap(8).say(0, "copy.labels").quiet();
        buttons.add(Buttons.named("copy.close", texts, this::dispose));
        show(column);
        showBelow(buttons.get(buttons.size() - 1));
        begin(buttons.get(0));
    }
}
