package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.loginui.LoginQr;
import java.net.URI;
import javax.swing.ImageIcon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** The address of a login page that no browser opened here: as text to copy, and as a QR code for another device. */
final class PagePanel {
    private static final int SCALE = 4;

    private PagePanel() {}

    static JComponent of(URI page, Texts texts) {
        var address = new JTextField(page.toString());
        address.setName("page.address");
        address.setEditable(false);
        var label = new JLabel(texts.get("login.page.address"));
        label.setLabelFor(address);
        var column = new Column()
                .with(Paragraph.of(texts.get("login.page"), Column.WIDTH))
                .gap(8)
                .with(label)
                .gap(4)
                .with(address)
                .gap(12);
        try {
            column.with(qr(LoginQr.of(page), texts));
        } catch (IllegalArgumentException e) {
            // Too long for a QR code: the address alone.
            return column;
        }
        return column;
    }

    private static JLabel qr(LoginQr code, Texts texts) {
        var picture = new JLabel(new ImageIcon(code.image(SCALE)));
        picture.setName("page.qr");
        picture.getAccessibleContext()
                .setAccessibleName(LoginQr.alternative(texts.language().locale()));
        return picture;
    }
}
