package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.login.LoginModel;
import io.github.pscsdk.example.desktop.login.LoginStage;
import java.awt.BorderLayout;
import java.awt.Font;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;

/** How far a login is: what to do now, the two digits, the time left, and Cancel. */
final class ProgressPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int DIGITS_SIZE = 96;
    private static final int TICK_MILLIS = 250;

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
                .with(Paragraph.heading(words(underway), Column.WIDTH).named("login.step"))
                .gap(12);
        underway.digits()
                .ifPresent(digits -> column.with(digits(digits.digits())).gap(12));
        underway.page().ifPresent(page -> column.with(PagePanel.of(page, texts)).gap(12));
        underway.picture()
                .ifPresent(
                        picture -> column.with(PicturePanel.of(picture, texts)).gap(12));
        seconds.setName("login.seconds");
        column.with(seconds).gap(16);
        underway.notices()
                .forEach(notice ->
                        column.with(RemedyPanel.of(notice, texts, Column.WIDTH)).gap(12));
        add(column.with(cancel()));
        tellSeconds();
    }

    private JLabel digits(String digits) {
        var label = new JLabel(digits);
        label.setName("login.digits");
        label.setFont(label.getFont().deriveFont(Font.BOLD, UIScale.scale((float) DIGITS_SIZE)));
        label.getAccessibleContext().setAccessibleName(texts.get("login.digits", String.join(" ", digits.split(""))));
        return label;
    }

    private JButton cancel() {
        var cancel = new JButton(texts.get("login.cancel"));
        cancel.setName("login.cancel");
        cancel.addActionListener(event -> model.cancel());
        return cancel;
    }

    private String words(LoginStage.Underway underway) {
        if (underway.page().isPresent() && underway.step().equals(Optional.of(Step.CONTINUE_IN_BROWSER))) {
            return texts.get("login.step.page");
        }
        if (underway.message().isPresent()) {
            return underway.message().get().in(texts.language());
        }
        return texts.get(underway.step().map(ProgressPanel::key).orElse("login.step.none"));
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
