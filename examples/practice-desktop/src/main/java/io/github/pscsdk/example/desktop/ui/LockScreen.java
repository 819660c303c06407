package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import java.awt.BorderLayout;
import javax.swing.JButton;
import javax.swing.JPanel;

/** Covers the work while the card is away. */
final class LockScreen extends JPanel {
    private static final long serialVersionUID = 1L;

    LockScreen(Runnable again, Texts texts) {
        super(new BorderLayout());
        setName("locked");
        var button = new JButton(texts.get("lock.again"));
        button.setName("lock.again");
        button.addActionListener(event -> again.run());
        add(CentredScreen.of(new Column()
                .with(Paragraph.heading(texts.get("lock.title"), Column.WIDTH))
                .gap(12)
                .with(Paragraph.of(texts.get("lock.text"), Column.WIDTH))
                .gap(16)
                .with(button)));
    }
}
