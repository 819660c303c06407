package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.text.KebabCase;
import io.github.pscsdk.example.desktop.config.LoginOption;
import io.github.pscsdk.example.desktop.model.LoginModel;
import io.github.pscsdk.example.desktop.model.LoginQuestion;
import io.github.pscsdk.example.desktop.model.RunningLogin;
import io.github.pscsdk.example.desktop.model.SessionModel;
import io.github.pscsdk.loginui.LoginQr;
import io.github.pscsdk.loginui.PscButton;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Image;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.ImageIcon;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

/** The login, whatever it shows now: the choice of a means, how far it is, or a question. */
final class LoginScreen extends BorderPanel {
    private static final int WIDTH = Column.WIDTH;
    private static final float DIGITS_SIZE = 96;
    private static final int QR_SCALE = 4;

    private final LoginModel model;
    private final SessionModel session;
    private final Consumer<Problem> guide;
    private final Texts texts;
    private final JLabel seconds = new JLabel(" ");
    private Column column;
    private Optional<LoginQuestion<?>> shown = Optional.empty();
    private Optional<LoginOption> chosen = Optional.empty();

    /** @param guide leads on from why a login was refused */
    LoginScreen(LoginModel model, SessionModel session, Consumer<Problem> guide, Texts texts) {
        this.model = model;
        this.session = session;
        this.guide = guide;
        this.texts = texts;
        setName("login");
        seconds.setName("login.seconds");
        refresh();
    }

    /** Shows the state of the model. A question that stands there already stays, with what is typed in it. */
    void refresh() {
        var question = model.running().flatMap(RunningLogin::question);
        if (question.isPresent() && question.equals(shown)) {
            return;
        }
        shown = question;
        column = Column.card(texts, WIDTH);
        if (question.isPresent()) {
            ask(question.get());
        } else {
            model.running().ifPresentOrElse(this::showProgress, this::offerChoices);
        }
        show(column.centred(), BorderLayout.CENTER);
        SwingUtilities.invokeLater(this::focusFirst);
    }

    /** Keys go to what stands there now, not to what is gone. */
    private void focusFirst() {
        Optional.ofNullable(getFocusCycleRootAncestor())
                .map(root -> root.getFocusTraversalPolicy().getComponentAfter(root, this))
                .ifPresent(Component::requestFocusInWindow);
    }

    /** The means to choose from, the button of Pro Santé Connect, and why the login or session before has ended. */
    private void offerChoices() {
        column.say(8, "login.title").heading(2);
        column.say(16, "login.intro");
        model.notices().forEach(notice -> column.remedy(notice, 12));
        model.failure().or(session::farewell).ifPresent(problem -> {
            column.remedy(problem, 8);
            column.button("login.guide", 16, () -> guide.accept(problem));
        });
        var group = new ButtonGroup();
        chosen = model.preferred();
        for (var choice : model.choices()) {
            var button =
                    new JRadioButton(name(choice), chosen.filter(choice::equals).isPresent());
            var way = choice.way().map(browser -> ".browser").orElse("");
            button.setName("means." + String.join(".", choice.authenticators()) + way);
            button.addActionListener(event -> chosen = Optional.of(choice));
            group.add(button);
            column.put(button, 4);
        }
        if (chosen.isEmpty()) {
            column.say(0, "login.none");
            return;
        }
        var login = PscButton.swing(() -> chosen.ifPresent(model::start))
                .inLanguage(texts.language().locale())
                .build();
        login.setName("login.start");
        column.gap(12).put(Controls.main(login), 0);
    }

    private String name(LoginOption choice) {
        return choice.way().isPresent()
                ? texts.get("login.in-browser")
                : model.names(choice, texts.language().locale()).stream()
                        .reduce((first, next) -> texts.get("login.else", first, next))
                        .orElse("");
    }

    /** The next thing to do, the two digits, the time left, and Cancel. */
    private void showProgress(RunningLogin running) {
        column.text(running.progress().map(now -> step(now, running)).orElse(texts.get("login.step.none")), 12)
                .heading(2)
                .named("login.step");
        running.progress().flatMap(LoginProgress::bindingMessage).ifPresent(message -> show(message.digits()));
        running.page().ifPresent(this::show);
        running.picture().ifPresent(this::show);
        seconds.setText(" ");
        column.put(seconds, 16);
        running.notices().forEach(notice -> column.remedy(notice, 12));
        column.button("login.cancel", 0, model::cancel);
        tick();
    }

    private String step(LoginProgress progress, RunningLogin running) {
        return running.page().isPresent() && progress.step() == Step.CONTINUE_IN_BROWSER
                ? texts.get("login.step.page")
                : progress.message()
                        .map(message -> message.in(texts.language()))
                        .or(() -> texts.find("login.step." + KebabCase.of(progress.step())))
                        // A step of a later version.
                        .orElseGet(() -> texts.get("login.step.other"));
    }

    /** Counts the seconds of a login down. */
    void tick() {
        model.secondsLeft()
                .ifPresent(left -> seconds.setText(texts.get(left == 1 ? "login.second" : "login.seconds", left)));
    }

    private void show(String digits) {
        var label = column.put(Controls.bold(digits), 12);
        label.setName("login.digits");
        label.setFont(label.getFont().deriveFont(UIScale.scale(DIGITS_SIZE)));
        label.getAccessibleContext().setAccessibleName(texts.get("login.digits", String.join(" ", digits.split(""))));
    }

    /** The address of a login page that no browser opened here: as text to copy, and as a QR code. */
    private void show(URI page) {
        column.say(8, "login.page");
        column.put(Controls.address(page, "page.address", texts.get("login.page.address")), 12);
        try {
            var code = new ImageIcon(LoginQr.of(page).image(QR_SCALE));
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
                .map(LoginScreen::fitting)
                .or(() -> shown.qrText()
                        .map(text -> new ImageIcon(LoginQr.ofText(text).image(QR_SCALE))))
                .ifPresent(icon -> show(icon, "login.picture", caption));
    }

    private void show(ImageIcon icon, String name, String alternative) {
        var picture = column.put(new JLabel(icon), 12);
        picture.setName(name);
        picture.getAccessibleContext().setAccessibleName(alternative);
    }

    /** No wider than the column. */
    private static ImageIcon fitting(byte[] png) {
        var icon = new ImageIcon(png);
        return icon.getIconWidth() <= WIDTH
                ? icon
                : new ImageIcon(icon.getImage().getScaledInstance(WIDTH, -1, Image.SCALE_SMOOTH));
    }

    /** A question, and the button to give the login up. */
    private void ask(LoginQuestion<?> question) {
        column.text(question.asked().in(texts), 16).heading(2);
        for (var part : question.parts()) {
            if (part instanceof LoginQuestion.Remark remark) {
                column.text(remark.words().in(texts), 8).named(remark.name());
            } else if (part instanceof LoginQuestion.Choice choice) {
                column.put(Controls.of(choice.words().in(texts), choice.name(), choice.give()), 8);
            } else if (part instanceof LoginQuestion.TextInput input) {
                ask(input);
            }
        }
        column.button("login.cancel", 0, model::cancel);
    }

    private void ask(LoginQuestion.TextInput input) {
        var label = input.label().in(texts);
        var field = new JTextField(24);
        field.setName(input.name() + ".field");
        field.getAccessibleContext().setAccessibleName(label);
        field.setMaximumSize(field.getPreferredSize());
        var tick = new JCheckBox(input.tick().map(words -> words.in(texts)).orElse(""));
        tick.setName(input.name() + ".tick");
        var go = Controls.of(
                texts.get("ask.continue"),
                input.name() + ".go",
                () -> input.give().accept(field.getText(), tick.isSelected()));
        go.setEnabled(input.accepts().test(""));
        column.put(Controls.label(label), 4).setLabelFor(field);
        column.put(field, 8);
        var hint = column.text(input.hint().apply("").in(texts), 8).quiet().named(input.name() + ".hint");
        Controls.onTyping(field, () -> {
            go.setEnabled(input.accepts().test(field.getText()));
            hint.setText(input.hint().apply(field.getText()).in(texts));
        });
        if (input.tick().isPresent()) {
            column.put(tick, 8);
        }
        column.put(Controls.main(go), 8);
    }
}
