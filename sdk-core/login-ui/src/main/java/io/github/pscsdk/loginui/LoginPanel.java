package io.github.pscsdk.loginui;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Texts;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Image;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * The whole login, as a part of a Swing window of yours: the choice of a means with the button of Pro Santé Connect,
 * then the progress with the two digits, the seconds left and a button to cancel, and every question of {@link
 * io.github.pscsdk.api.dialog.LoginDialog}. A login that fails leads back to the choice, with the problem, its code and
 * the steps to take.
 *
 * <pre>{@code
 * frame.add(LoginPanel.of(client, session -> show(session)));
 * }</pre>
 *
 * <p>Give it the room of a window: its texts are 38 times as wide as the font is high, and it scrolls where there is
 * less. Fonts and colours are those of the look and feel; in FlatLaf its paper has the style class {@code psc-login}.
 * While it shows a button to go on, Enter presses that button wherever the focus is in the window, and keys go to the
 * panel at each change.
 *
 * <p>Make it and call it on the event dispatch thread; it calls back there. Logins run on the threads of the client.
 */
public final class LoginPanel extends JPanel {
    private static final int TICK_MILLIS = 1_000;
    private static final float DIGITS_SIZE = 6;
    private static final int QR_SCALE = 4;

    private final LoginModel model;
    private final Timer tick = new Timer(TICK_MILLIS, event -> tick());
    private Clock clock = Clock.systemUTC();
    private Texts texts = texts(Language.FRENCH);
    private Optional<Consumer<Problem>> help = Optional.empty();
    private Optional<Icon> artwork = Optional.empty();
    private Optional<LoginQuestion<?>> shown = Optional.empty();
    private Optional<LoginChoice> chosen = Optional.empty();
    private VerticalPanel column = new VerticalPanel(texts);
    private JLabel seconds = new JLabel();

    /** @param window runs on the event dispatch thread */
    LoginPanel(PscClient client, Executor window, Consumer<AuthenticationSession> entered) {
        super(new BorderLayout());
        model = new LoginModel(client, window, this::refresh, entered);
        setName("login");
        draw();
    }

    /**
     * A panel that offers one login by each authenticator that the client has loaded, in French.
     *
     * @param client stays yours to close; that ends a login
     * @param entered gets each session. The panel offers the choice again then: hide it, or leave it to the next person
     */
    public static LoginPanel of(PscClient client, Consumer<AuthenticationSession> entered) {
        Objects.requireNonNull(client, "client");
        return new LoginPanel(client, SwingUtilities::invokeLater, Objects.requireNonNull(entered, "entered"));
    }

    static Texts texts(Language language) {
        return Texts.beside(LoginPanel.class, "login-panel", language);
    }

    /** Speaks French, or English for every other language; at any time, also during a login. Returns this panel. */
    public LoginPanel inLanguage(Locale locale) {
        texts = texts(Language.of(locale));
        draw();
        return this;
    }

    /**
     * Offers these logins instead, a line each, in this order; one of which no authenticator is loaded is left out. Of
     * a request everything counts but its progress and its dialog, which are the panel's. Returns this panel.
     *
     * @param requests such as {@code LoginRequest.using("cps", "ecps")}, which has the phone where no reader is, with
     *     their timeouts; none for the default
     * @throws IllegalArgumentException if one resumes a login
     */
    public LoginPanel offering(LoginRequest... requests) {
        if (Arrays.stream(requests).anyMatch(request -> request.ticket().isPresent())) {
            throw new IllegalArgumentException("nobody chooses a login that is resumed");
        }
        model.offer(List.of(requests));
        return this;
    }

    /** Has a button for more help below a problem, such as by your login guide. None by default. Returns this panel. */
    public LoginPanel onHelp(Consumer<Problem> listener) {
        help = Optional.of(listener);
        draw();
        return this;
    }

    /** Shows the image of ANS's kit on the button, see {@link PscButton}. None by default. Returns this panel. */
    public LoginPanel withArtwork(Icon image) {
        artwork = Optional.of(image);
        draw();
        return this;
    }

    /** Counts the seconds by that clock, which must be the client's. The system's by default. Returns this panel. */
    public LoginPanel withClock(Clock now) {
        clock = Objects.requireNonNull(now, "now");
        return this;
    }

    /** Tells why nobody is logged in any more, such as {@code SESSION_ENDED}, until a login begins or ends. */
    public void showProblem(Problem problem) {
        model.tell(Objects.requireNonNull(problem, "problem"));
    }

    /** Gives up the login that goes on, if any, such as when the window is closed. The choice is there at once. */
    public void cancel() {
        model.cancel();
    }

    /** Takes the look and feel of now, and counts the seconds while it is in a window. */
    @Override
    public void addNotify() {
        super.addNotify();
        SwingUtilities.updateComponentTreeUI(this);
        tick.start();
    }

    @Override
    public void removeNotify() {
        tick.stop();
        super.removeNotify();
    }

    /** Shows the state of the model. A question that stands there already stays, with what is typed in it. */
    private void refresh() {
        if (shown.isEmpty() || !model.running().flatMap(RunningLogin::question).equals(shown)) {
            draw();
        }
    }

    private void draw() {
        shown = model.running().flatMap(RunningLogin::question);
        column = new VerticalPanel(texts);
        if (shown.isPresent()) {
            ask(shown.get());
        } else {
            model.running().ifPresentOrElse(this::showProgress, this::offerChoices);
        }
        var middle = new JPanel(new GridBagLayout());
        middle.add(column, new GridBagConstraints());
        var scroll = new JScrollPane(middle);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(VerticalPanel.pixels(1));
        removeAll();
        add(scroll);
        revalidate();
        repaint();
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
        column.say(0.6, "login.title").heading();
        column.say(1.2, "login.intro");
        model.notices().forEach(notice -> column.remedy(notice, 1));
        model.problem().ifPresent(problem -> {
            column.remedy(problem, 0.6);
            help.ifPresent(listener -> column.button("login.guide", 1.2, () -> listener.accept(problem)));
        });
        chosen = model.preferred();
        var preferred = chosen.map(LoginChoice::name);
        var group = new ButtonGroup();
        for (var choice : model.choices()) {
            var button = VerticalPanel.plain(new JRadioButton());
            button.setText(choice.words(texts));
            button.setSelected(preferred.filter(choice.name()::equals).isPresent());
            button.setName(choice.name());
            button.addActionListener(event -> chosen = Optional.of(choice));
            group.add(button);
            column.put(button, 0.3);
        }
        if (chosen.isEmpty()) {
            column.say(0, "login.none");
            return;
        }
        column.gap(0.6);
        var button = PscButton.swing(() -> chosen.ifPresent(model::start))
                .inLanguage(texts.language().locale());
        var login = artwork.map(button::withArtwork).orElse(button).build();
        login.setName("login.start");
        column.put(VerticalPanel.main(login), 0);
    }

    /** The next thing to do, the two digits, the time left, and Cancel. */
    private void showProgress(RunningLogin running) {
        column.text(running.progress().map(now -> step(now, running)).orElse(texts.get("login.step.none")), 1)
                .heading()
                .named("login.step");
        running.progress().flatMap(LoginProgress::bindingMessage).ifPresent(message -> show(message.digits()));
        running.page().ifPresent(this::show);
        running.picture().ifPresent(this::show);
        seconds = column.put(new JLabel(" "), 1.2);
        seconds.setName("login.seconds");
        running.notices().forEach(notice -> column.remedy(notice, 1));
        column.button("login.cancel", 0, model::cancel);
        tick();
    }

    private String step(LoginProgress progress, RunningLogin running) {
        var key = progress.step().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return running.page().isPresent() && progress.step() == Step.CONTINUE_IN_BROWSER
                ? texts.get("login.step.page")
                : progress.message()
                        .map(message -> message.in(texts.language()))
                        .or(() -> texts.find("login.step." + key))
                        // A step of a later version.
                        .orElseGet(() -> texts.get("login.step.other"));
    }

    /** Counts the seconds of a login down. */
    private void tick() {
        model.secondsLeft(clock.instant())
                .ifPresent(left -> seconds.setText(texts.get(left == 1 ? "login.second" : "login.seconds", left)));
    }

    private void show(String digits) {
        var label = column.put(new JLabel(digits), 1);
        label.setName("login.digits");
        label.setFont(label.getFont().deriveFont(Font.BOLD, VerticalPanel.pixels(DIGITS_SIZE)));
        label.getAccessibleContext().setAccessibleName(texts.get("login.digits", String.join(" ", digits.split(""))));
    }

    /** The address of a login page that no browser opened here: as text to copy, and as a QR code. */
    private void show(URI page) {
        column.say(0.6, "login.page");
        var address = column.put(new JTextField(page.toString()), 1);
        address.setName("page.address");
        address.setEditable(false);
        address.setCaretPosition(0);
        address.getAccessibleContext().setAccessibleName(texts.get("login.page.address"));
        var size = new Dimension(column.width(), address.getPreferredSize().height);
        address.setPreferredSize(size);
        address.setMaximumSize(size);
        try {
            var code = new ImageIcon(LoginQr.of(page).image(QR_SCALE));
            show(code, "page.qr", LoginQr.alternative(texts.language().locale()));
        } catch (IllegalArgumentException e) {
            // Too long for a QR code: the address alone.
            return;
        }
    }

    /** The picture of a plug-in, or a QR code for another device, with what to do with it. */
    private void show(ShownPicture picture) {
        var caption = picture.caption().in(texts.language());
        column.text(caption, 0.6);
        picture.png()
                .map(this::fitting)
                .or(() -> picture.qrText()
                        .map(text -> new ImageIcon(LoginQr.ofText(text).image(QR_SCALE))))
                .ifPresent(icon -> show(icon, "login.picture", caption));
    }

    private void show(ImageIcon icon, String name, String alternative) {
        var picture = column.put(new JLabel(icon), 1);
        picture.setName(name);
        picture.getAccessibleContext().setAccessibleName(alternative);
    }

    /** No wider than the column. */
    private ImageIcon fitting(byte[] png) {
        var icon = new ImageIcon(png);
        return icon.getIconWidth() <= column.width()
                ? icon
                : new ImageIcon(icon.getImage().getScaledInstance(column.width(), -1, Image.SCALE_SMOOTH));
    }

    /** A question, and the button to give the login up. */
    private void ask(LoginQuestion<?> question) {
        column.text(question.asked().in(texts), 1.2).heading();
        for (var part : question.parts()) {
            if (part instanceof LoginQuestion.Remark remark) {
                column.text(remark.words().in(texts), 0.6).named(remark.name());
            } else if (part instanceof LoginQuestion.Choice choice) {
                column.put(VerticalPanel.button(choice.words().in(texts), choice.name(), choice.give()), 0.6);
            } else if (part instanceof LoginQuestion.TextInput input) {
                ask(input);
            }
        }
        column.button("login.cancel", 0, model::cancel);
    }

    private void ask(LoginQuestion.TextInput input) {
        var words = input.label().in(texts);
        var label = VerticalPanel.plain(new JLabel());
        label.setText(words);
        var field = new JTextField(24);
        label.setLabelFor(field);
        field.setName(input.name() + ".field");
        field.getAccessibleContext().setAccessibleName(words);
        field.setMaximumSize(field.getPreferredSize());
        var box = new JCheckBox(input.tick().map(text -> text.in(texts)).orElse(""));
        box.setName(input.name() + ".tick");
        var go = VerticalPanel.button(
                texts.get("ask.continue"),
                input.name() + ".go",
                () -> input.give().accept(field.getText(), box.isSelected()));
        go.setEnabled(input.accepts().test(""));
        column.put(label, 0.3);
        column.put(field, 0.6);
        var hint = column.text(input.hint().apply("").in(texts), 0.6).named(input.name() + ".hint");
        // After each change of the text, which is an edit that could be undone.
        field.getDocument().addUndoableEditListener(event -> {
            go.setEnabled(input.accepts().test(field.getText()));
            hint.setText(input.hint().apply(field.getText()).in(texts));
        });
        if (input.tick().isPresent()) {
            column.put(box, 0.6);
        }
        column.put(VerticalPanel.main(go), 0.6);
    }
}
