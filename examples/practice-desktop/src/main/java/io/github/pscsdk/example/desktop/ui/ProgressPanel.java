package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.LoginModel;
import io.github.pscsdk.example.desktop.model.LoginStage;
import io.github.pscsdk.loginui.LoginQr;
import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.Image;
import java.net.URI;
import java.util.Optional;
import javax.swing.ImageIcon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.Timer;

/** How far a login is: what to do now, the two digits, the time left, and Cancel. */
final class ProgressPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int DIGITS_SIZE = 96;
    private static final int TICK_MILLIS = 250;
    private static final int SCALE = 4;

    private final transient LoginModel model;
    private final transient Texts texts;
    private final JLabel seconds = new JLabel(" ");
    private final Timer tick = new Timer(TICK_MILLIS, event -> tellSeconds());

    ProgressPanel(LoginModel model, LoginStage.Underway underway, Texts texts) {
        super(new BorderLayout());
        this.model = model;
        this.texts = texts;
        setOpaque(false);
        var column = new Column()
                .with(Paragraph.heading(words(underway), Column.WIDTH).named("login.step"), 12);
        underway.progress()
                .flatMap(LoginProgress::bindingMessage)
                .ifPresent(digits -> column.with(digits(digits.digits()), 12));
        underway.page().ifPresent(page -> add(column, page));
        underway.picture().ifPresent(picture -> add(column, picture));
        seconds.setName("login.seconds");
        column.with(seconds, 16);
        underway.notices().forEach(notice -> column.with(RemedyPanel.of(notice, texts, Column.WIDTH), 12));
        add(column.with(Buttons.named("login.cancel", texts, model::cancel)));
        tellSeconds();
    }

    private JLabel digits(String digits) {
        var label = new JLabel(digits);
        label.setName("login.digits");
        label.setFont(label.getFont().deriveFont(Font.BOLD, UIScale.scale((float) DIGITS_SIZE)));
        label.getAccessibleContext().setAccessibleName(texts.get("login.digits", String.join(" ", digits.split(""))));
        return label;
    }

    /** The address of a login page that no browser opened here: as text to copy, and as a QR code for another device. */
    private void add(Column column, URI page) {
        var address = new JTextField(page.toString());
        address.setName("page.address");
        address.setEditable(false);
        address.getAccessibleContext().setAccessibleName(texts.get("login.page.address"));
        column.with(Paragraph.of(texts.get("login.page"), Column.WIDTH), 8).with(address, 12);
        try {
            var code = new ImageIcon(LoginQr.of(page).image(SCALE));
            column.with(
                    picture(
                            code,
                            "page.qr",
                            LoginQr.alternative(texts.language().locale())),
                    12);
        } catch (IllegalArgumentException e) {
            // Too long for a QR code: the address alone.
            return;
        }
    }

    /** What a plug-in has to look at: a picture, or a QR code for another device, with what to do with it. */
    private void add(Column column, ShownPicture shown) {
        var caption = shown.caption().in(texts.language());
        column.with(Paragraph.of(caption, Column.WIDTH), 8);
        shown.png()
                .map(ProgressPanel::fitting)
                .or(() -> shown.qrText()
                        .map(text -> new ImageIcon(LoginQr.ofText(text).image(SCALE))))
                .ifPresent(icon -> column.with(picture(icon, "login.picture", caption), 12));
    }

    private static JLabel picture(ImageIcon icon, String name, String alternative) {
        var picture = new JLabel(icon);
        picture.setName(name);
        picture.getAccessibleContext().setAccessibleName(alternative);
        return picture;
    }

    /** No wider than the column. */
    private static ImageIcon fitting(byte[] png) {
        var icon = new ImageIcon(png);
        return icon.getIconWidth() <= Column.WIDTH
                ? icon
                : new ImageIcon(icon.getImage().getScaledInstance(Column.WIDTH, -1, Image.SCALE_SMOOTH));
    }

    private String words(LoginStage.Underway underway) {
        if (underway.page().isPresent()
                && underway.progress().map(LoginProgress::step).equals(Optional.of(Step.CONTINUE_IN_BROWSER))) {
            return texts.get("login.step.page");
        }
        return underway.progress()
                .map(told -> told.message()
                        .map(message -> message.in(texts.language()))
                        .orElseGet(() -> texts.get(key(told.step()))))
                .orElse(texts.get("login.step.none"));
    }

    private static String key(Step step) {
        return switch (step) {
            case WAITING_FOR_DEVICE -> "login.step.device";
            case CONFIRM_ON_DEVICE -> "login.step.confirm";
            case CONTINUE_IN_BROWSER -> "login.step.browser";
            case VERIFYING -> "login.step.verifying";
            case TRYING_NEXT_WAY -> "login.step.next";
            default -> "login.step.other";
        };
    }

    private void tellSeconds() {
        model.secondsLeft()
                .ifPresent(left -> seconds.setText(texts.get(left == 1 ? "login.second" : "login.seconds", left)));
    }

    @Override
    public void addNotify() {
        super.addNotify();
        tick.start();
    }

    @Override
    public void removeNotify() {
        tick.stop();
        super.removeNotify();
    }
}
