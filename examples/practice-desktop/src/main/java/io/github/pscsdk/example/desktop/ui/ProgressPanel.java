package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.LoginModel;
import io.github.pscsdk.example.desktop.model.LoginState;
import io.github.pscsdk.loginui.LoginQr;
import java.awt.Font;
import java.awt.Image;
import java.net.URI;
import javax.swing.ImageIcon;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** How far a login is: the next thing to do, the two digits, the time left, and Cancel. */
final class ProgressPanel {
    private static final int WIDTH = Column.WIDTH;
    private static final float DIGITS_SIZE = 96;
    private static final int SCALE = 4;

    private final LoginModel model;
    private final Texts texts;
    private final Column column;
    private final JLabel seconds = new JLabel(" ");

    ProgressPanel(LoginModel model, LoginState.Running running, Texts texts) {
        this.model = model;
        this.texts = texts;
        column = new Column(texts, WIDTH);
        column.text(words(running), 12).heading(2).named("login.step");
        running.progress().flatMap(LoginProgress::bindingMessage).ifPresent(message -> show(message.digits()));
        running.page().ifPresent(this::show);
        running.picture().ifPresent(this::show);
        seconds.setName("login.seconds");
        column.put(seconds, 16);
        running.notices().forEach(notice -> column.put(RemedyPanel.of(notice, texts, WIDTH), 12));
        column.button("login.cancel", 0, model::cancel);
        tick();
    }

    JComponent component() {
        return column;
    }

    private void show(String digits) {
        var label = new JLabel(digits);
        label.setName("login.digits");
        label.setFont(label.getFont().deriveFont(Font.BOLD, UIScale.scale(DIGITS_SIZE)));
        label.getAccessibleContext().setAccessibleName(texts.get("login.digits", String.join(" ", digits.split(""))));
        column.put(label, 12);
    }

    /** The address of a login page that no browser opened here: as text to copy, and as a QR code. */
    private void show(URI page) {
        column.say(8, "login.page");
        column.put(Controls.address(page, "page.address", texts.get("login.page.address")), 12);
        try {
            var code = new ImageIcon(LoginQr.of(page).image(SCALE));
            show(code, "page.qr", LoginQr.alternative(texts.language().locale()));
        } catch (IllegalArgumentException e) {
            // Too long for a QR code: the address alone.
            return;
        }
    }

    /** The picture of a plug-in, or a QR code for another device, with what to do with it. */
    private void show(ShownPicture shown) {
        var caption = shown.caption().in(texts.language());
        column.text(caption, 8);
        shown.png()
                .map(ProgressPanel::fitting)
                .or(() -> shown.qrText()
                        .map(text -> new ImageIcon(LoginQr.ofText(text).image(SCALE))))
                .ifPresent(icon -> show(icon, "login.picture", caption));
    }

    private void show(ImageIcon icon, String name, String alternative) {
        var picture = new JLabel(icon);
        picture.setName(name);
        picture.getAccessibleContext().setAccessibleName(alternative);
        column.put(picture, 12);
    }

    /** No wider than the column. */
    private static ImageIcon fitting(byte[] png) {
        var icon = new ImageIcon(png);
        return icon.getIconWidth() <= WIDTH
                ? icon
                : new ImageIcon(icon.getImage().getScaledInstance(WIDTH, -1, Image.SCALE_SMOOTH));
    }

    private String words(LoginState.Running running) {
        if (running.progress().isEmpty()) {
            return texts.get("login.step.none");
        }
        var progress = running.progress().get();
        return running.page().isPresent() && progress.step() == Step.CONTINUE_IN_BROWSER
                ? texts.get("login.step.page")
                : progress.message()
                        .map(message -> message.in(texts.language()))
                        .orElseGet(() -> texts.get(key(progress.step())));
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

    /** Counts the seconds down. */
    void tick() {
        model.secondsLeft()
                .ifPresent(left -> seconds.setText(texts.get(left == 1 ? "login.second" : "login.seconds", left)));
    }
}
