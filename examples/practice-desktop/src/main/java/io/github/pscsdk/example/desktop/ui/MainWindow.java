package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.GuideModel;
import io.github.pscsdk.example.desktop.model.HealthCheckModel;
import io.github.pscsdk.example.desktop.model.SessionModel;
import io.github.pscsdk.example.desktop.model.SessionModel.Screen;
import io.github.pscsdk.example.desktop.model.SessionModel.Work;
import io.github.pscsdk.loginui.LoginPanel;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridBagLayout;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.Timer;

/** The one window: the current screen covers it whole. */
public final class MainWindow extends JFrame {
    private static final Dimension SIZE = new Dimension(1_000, 760);
    private static final int TICK_MILLIS = 1_000;
    private static final int RETRY_MILLIS = 60_000;

    private final PscClient client;
    private final SessionModel session;
    private final HealthCheckModel healthCheck;
    private final LoginPanel login;
    private final Runnable quit;
    private final Timer tick = new Timer(TICK_MILLIS, event -> tick());
    private final Timer retry;
    private Texts texts;
    private HelpWindows windows;
    private Optional<Shown> shown = Optional.empty();
    private Optional<WorkScreen> working = Optional.empty();

    private record Shown(Screen screen, Optional<Work> work) {}

    /**
     * @param login enters the session
     * @param quit ends the program; called once the window is closed
     */
    public MainWindow(
            PscClient client,
            SessionModel session,
            HealthCheckModel healthCheck,
            LoginPanel login,
            Language language,
            Runnable quit) {
        this.client = client;
        this.session = session;
        this.healthCheck = healthCheck;
        this.login = login.onHelp(refusal -> windows.openGuide(guide -> guide.after(refusal)));
        this.quit = quit;
        speak(language);
        retry = new Timer(RETRY_MILLIS, event -> session.retry());
        setName("main");
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                close();
            }
        });
        follow();
        setPreferredSize(UIScale.scale(SIZE));
        pack();
        setLocationRelativeTo(null);
        session.onChange(this::follow);
        tick.start();
        retry.start();
    }

    /** The texts of the windows. */
    public static Texts texts(Language language) {
        return Texts.beside(MainWindow.class, "texts", language);
    }

    /** Tells why the program cannot start, until it is read. */
    public static void showFailure(PscException failure, Texts texts) {
        var content = new Column(texts);
        content.remedy(failure.problem(), 8);
        content.say(0, "app.detail", failure.getMessage()).quiet();
        JOptionPane.showMessageDialog(null, content, texts.get("app.wrong"), JOptionPane.ERROR_MESSAGE);
    }

    private void follow() {
        session.farewell().ifPresent(login::showProblem);
        var now = new Shown(session.screen(), session.work());
        if (shown.filter(now::equals).isEmpty()) {
            shown = Optional.of(now);
            if (now.screen() != Screen.WORK) {
                closeOthers();
            }
            draw();
        }
    }

    private void closeOthers() {
        Stream.of(getOwnedWindows()).forEach(Window::dispose);
    }

    /** Everything that has words, in the language of now. */
    private void draw() {
        working.ifPresent(WorkScreen::leave);
        working = Optional.empty();
        var component = switch (session.screen()) {
            case LOGIN -> login.inLanguage(texts.language().locale());
            case LOCKED -> locked();
            case WORK -> work();
        };
        setTitle(texts.get("app.title"));
        // A menu that acts on the session is there for somebody who is logged in.
        setJMenuBar(menus());
        var standIn = new Paragraph(texts.get("app.stand-in"), SIZE.width - 40).quiet();
        BorderPanel.edge(standIn, BorderPanel.EDGE / 2);
        setContentPane(new BorderPanel().with(component, BorderLayout.CENTER).with(standIn, BorderLayout.SOUTH));
        revalidate();
        repaint();
    }

    private JComponent work() {
        var screen = new WorkScreen(session, windows);
        working = Optional.of(screen);
        return screen;
    }

    /** Covers the work while the card is away. */
    private JComponent locked() {
        var card = Column.card(texts, Column.WIDTH);
        card.say(16, "lock.title").heading(2);
        card.say(16, "lock.text");
        Controls.main(card.button("lock.again", 0, session::signOut));
        var covered = new JPanel(new GridBagLayout());
        covered.setName("locked");
        covered.add(card);
        return covered;
    }

    private JMenuBar menus() {
        var isOpen = session.screen() == Screen.WORK;
        var ofSession = menu("menu.session");
        ofSession.add(item("menu.lock", session::lock)).setEnabled(isOpen);
        ofSession
                .add(item("menu.sign-out", () -> session.leave(session::signOut)))
                .setEnabled(isOpen);
        ofSession.addSeparator();
        ofSession.add(item("menu.quit", this::close));
        var help = menu("menu.help");
        help.add(item("menu.doctor", () -> windows.openHealthCheck()));
        help.add(item("menu.guide", () -> windows.openGuide(GuideModel::start)));
        help.addSeparator();
        help.add(item("menu.language", this::otherLanguage));
        help.add(item("menu.look", LookAndFeel::change));
        var bar = new JMenuBar();
        bar.add(ofSession);
        bar.add(help);
        return bar;
    }

    private JMenu menu(String key) {
        var menu = new JMenu(texts.get(key));
        menu.setName(key);
        return menu;
    }

    private JMenuItem item(String key, Runnable action) {
        var item = new JMenuItem(texts.get(key));
        item.setName(key);
        item.addActionListener(event -> action.run());
        return item;
    }

    /** The other windows close; they open in the language of now. */
    private void otherLanguage() {
        closeOthers();
        speak(texts.language().other());
        draw();
    }

    private void speak(Language language) {
        texts = texts(language);
        var guide = new GuideModel(client.guide(language.locale()), healthCheck);
        windows = new HelpWindows(this, healthCheck, guide, texts);
    }

    private void tick() {
        session.look();
        working.ifPresent(WorkScreen::tick);
    }

    private void close() {
        session.leave(this::end);
    }

    private void end() {
        // It may be closed twice while a draft is being kept.
        if (isDisplayable()) {
            tick.stop();
            retry.stop();
            login.cancel();
            dispose();
            quit.run();
        }
    }
}
