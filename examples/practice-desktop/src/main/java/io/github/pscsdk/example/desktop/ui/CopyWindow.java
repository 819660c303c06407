package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.form.CopySheet;
import java.awt.Frame;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Optional;
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
        entitle("copy.title", texts);
        var column = new Column()
                .with(Paragraph.heading(texts.get("copy.title"), WIDTH), 8)
                .with(Paragraph.of(texts.get("copy.how"), WIDTH), 16);
        Optional<JButton> first = Optional.empty();
        for (var line : CopySheet.shipped().lines(declaration, texts.language())) {
            var copy = new JButton(texts.get("copy.do"));
            copy.setName("copy.do");
            copy.getAccessibleContext().setAccessibleName(texts.get("copy.line", line.label()));
            copy.addActionListener(event -> {
                Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(line.value()), null);
                copy.setText(texts.get("copy.done"));
            });
            column.with(
                    new Row(
                            Colours.quiet(Paragraph.of(line.label(), LABEL_WIDTH)),
                            Paragraph.of(line.value(), VALUE_WIDTH).named("copy.value"),
                            copy),
                    8);
            first = first.or(() -> Optional.of(copy));
        }
        show(column.gap(8).with(Colours.quiet(Paragraph.of(texts.get("copy.labels"), WIDTH))));
        var close = Buttons.named("copy.close", texts, this::dispose);
        showBelow(new Row(close));
        begin(first.orElse(close));
    }
}
