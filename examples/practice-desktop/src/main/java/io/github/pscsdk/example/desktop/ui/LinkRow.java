package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.diagnostic.Texts;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import javax.swing.JComponent;
import javax.swing.JTextField;

/** Where a step of the guide sends the person: an address to open or to copy, or that there is none. */
final class LinkRow {
    private static final int WIDTH = HelpDialog.WIDTH;

    private LinkRow() {}

    static JComponent of(LoginGuide.Link link, Texts texts) {
        var column = new Column().with(Paragraph.of(link.label(), WIDTH).named("guide.link"));
        if (link.address().isEmpty()) {
            return column.with(Colours.quiet(
                    Paragraph.of(texts.get("guide.link.unknown"), WIDTH).named("guide.link.unknown")));
        }
        var page = link.address().get();
        var address = new JTextField(page.toString());
        address.setName("guide.link.address");
        address.setEditable(false);
        address.getAccessibleContext().setAccessibleName(link.label());
        if (!opens()) {
            return column.gap(2).with(new Row(address));
        }
        var open = Buttons.named("guide.link.open", texts, () -> open(page));
        open.getAccessibleContext().setAccessibleName(texts.get("guide.link.open.what", link.label()));
        return column.gap(2).with(new Row(address, open));
    }

    private static boolean opens() {
        return Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
    }

    private static void open(URI page) {
        try {
            Desktop.getDesktop().browse(page);
        } catch (IOException e) {
            // No browser after all: the address is there to be copied.
            return;
        }
    }
}
