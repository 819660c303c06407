package io.github.pscsdk.example.desktop.ui;

import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.loginui.LoginQr;
import java.awt.Image;
import java.util.Optional;
import javax.swing.ImageIcon;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** What a plug-in has to look at: a picture, or a QR code for another device, with what to do with it. */
final class PicturePanel {
    private static final int SCALE = 4;

    private PicturePanel() {}

    static JComponent of(ShownPicture shown, Texts texts) {
        var caption = shown.caption().in(texts.language());
        var column = new Column().with(Paragraph.of(caption, Column.WIDTH)).gap(8);
        icon(shown).ifPresent(icon -> {
            var picture = new JLabel(icon);
            picture.setName("login.picture");
            picture.getAccessibleContext().setAccessibleName(caption);
            column.with(picture);
        });
        return column;
    }

    private static Optional<ImageIcon> icon(ShownPicture shown) {
        return shown.png()
                .map(PicturePanel::fitting)
                .or(() -> shown.qrText()
                        .map(text -> new ImageIcon(LoginQr.ofText(text).image(SCALE))));
    }

    /** No wider than the column. */
    private static ImageIcon fitting(byte[] png) {
        var icon = new ImageIcon(png);
        return icon.getIconWidth() <= Column.WIDTH
                ? icon
                : new ImageIcon(icon.getImage().getScaledInstance(Column.WIDTH, -1, Image.SCALE_SMOOTH));
    }
}
