package io.github.pscsdk.example.desktop.ui;

import com.formdev.flatlaf.util.UIScale;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.model.DesktopModels;
import io.github.pscsdk.example.desktop.model.GuideModel;
import io.github.pscsdk.example.desktop.model.SessionModel;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.Timer;

/** The one window: the current screen covers it whole. */
public final class MainWindow extends JFrame {
    private static final long serialVersionUID = 1L;

    private static final Dimension SIZE = new Dimension(1_000, 760);
    private static final int TICK_MILLIS = 1_000;
    private static final int RETRY_MILLIS = 60_000;

    private final transient DesktopModels models;
    private final transient Runnable quit;
    private final transient HelpWindows windows;
    private final JPanel screen = new JPanel(new BorderLayout());
    private final Timer tick = new Timer(TICK_MILLIS, event -> tick());
    private final Timer retry;
    private transient Texts texts;
    private transient Optional<Shown> shown = Optional.empty();

    private record Shown(SessionModel.Screen screen, Optional<DesktopModels.Work> work, JComponent component) {}

    /** @param quit ends the program; called once the window is closed */
    public MainWindow(DesktopModels models, Texts texts, Runnable quit) {
        this.models = models;
        this.texts = texts;
        this.quit = quit;
        windows = new HelpWindows(this, models);
        retry = new Timer(RETRY_MILLIS, event -> models.retry());
        setName("main");
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                close();
            }
        });
        add(screen);
        write();
        setPreferredSize(UIScale.scale(SIZE));
        pack();
        setLocationRelativeTo(null);
        models.session().onChange(this::follow);
        models.login().onChange(this::followLogin);
        tick.start();
        retry.start();
    }

    /** What the windows say. */
    public static Texts texts(Language language) {
        return Texts.beside(MainWindow.class, "texts", language);
    }

    /** Everything that has words, in the language of now. */
    private void write() {
        setTitle(texts.get("app.title"));
        var standIn = Colours.quiet(Paragraph.of(texts.get("app.stand-in"), SIZE.width - 40));
        standIn.setBorder(BorderFactory.createEmptyBorder(8, 16, 8, 16));
        var all = new JPanel(new BorderLayout());
        all.add(screen);
        all.add(standIn, BorderLayout.SOUTH);
        setContentPane(all);
        follow();
    }

    private JMenuBar menus() {
        var bar = new JMenuBar();
        bar.add(sessionMenu());
        bar.add(helpMenu());
        return bar;
    }

    private JMenu sessionMenu() {
        var works = models.session().screen() == SessionModel.Screen.WORK;
        var menu = new JMenu(texts.get("menu.session"));
        menu.setName("menu.session");
        menu.add(item("menu.lock", models.session()::lock)).setEnabled(works);
        menu.add(item("menu.sign-out", () -> models.leave(models.session()::signOut)))
                .setEnabled(works);
        menu.addSeparator();
        menu.add(item("menu.quit", this::close));
        return menu;
    }

    private JMenu helpMenu() {
        var menu = new JMenu(texts.get("menu.help"));
        menu.setName("menu.help");
        menu.add(item("menu.doctor", () -> windows.healthCheck(texts)));
        menu.add(item("menu.guide", () -> windows.guide(GuideModel::start, texts)));
        menu.addSeparator();
        menu.add(item("menu.language", this::otherLanguage));
        menu.add(item("menu.look", LookAndFeel::change));
        return menu;
    }

    private JMenuItem item(String key, Runnable action) {
        var item = new JMenuItem(texts.get(key));
        item.setName(key);
        item.addActionListener(event -> action.run());
        return item;
    }

    private void otherLanguage() {
        texts = texts(texts.language().other());
        var tab = work().map(WorkScreen::tab);
        forgetShown();
        write();
        work().ifPresent(screen -> tab.ifPresent(screen::tab));
        for (Window window : getOwnedWindows()) {
            if (window instanceof HelpDialog spoken) {
                spoken.speak(texts);
            }
        }
        revalidate();
    }

    private Optional<WorkScreen> work() {
        return shown.map(Shown::component).filter(WorkScreen.class::isInstance).map(WorkScreen.class::cast);
    }

    private void follow() {
        var screen = models.session().screen();
        var work = models.work();
        if (shown.filter(now -> now.screen() == screen && now.work().equals(work))
                .isPresent()) {
            return;
        }
        // Where nothing is shown, another language begins, and other windows stay.
        if (screen != SessionModel.Screen.WORK && shown.isPresent()) {
            Stream.of(getOwnedWindows()).forEach(Window::dispose);
        }
        forgetShown();
        show(new Shown(screen, work, component(screen)));
    }

    private void forgetShown() {
        work().ifPresent(WorkScreen::leave);
        shown = Optional.empty();
    }

    private JComponent component(SessionModel.Screen screen) {
        return switch (screen) {
            case LOGIN ->
                new LoginScreen(
                        models.login(),
                        models.session(),
                        refusal -> windows.guide(guide -> guide.after(refusal), texts),
                        texts);
            case LOCKED -> locked();
            case WORK -> new WorkScreen(models.session(), models.work().orElseThrow(), windows, texts);
        };
    }

    /** Covers the work while the card is away. */
    private JComponent locked() {
        var covered = Column.card()
                .with(Paragraph.heading(texts.get("lock.title"), Column.WIDTH), 16)
                .with(Paragraph.of(texts.get("lock.text"), Column.WIDTH), 16)
                .with(Buttons.main(Buttons.named("lock.again", texts, models.session()::signOut)))
                .centred();
        covered.setName("locked");
        return covered;
    }

    private void show(Shown next) {
        shown = Optional.of(next);
        screen.removeAll();
        screen.add(next.component());
        // A menu that acts on the session is there for whoever is logged in.
        setJMenuBar(menus());
        screen.revalidate();
        screen.repaint();
    }

    private void followLogin() {
        shown.map(Shown::component)
                .filter(LoginScreen.class::isInstance)
                .ifPresent(now -> ((LoginScreen) now).refresh());
    }

    private void tick() {
        models.session().look();
        work().ifPresent(WorkScreen::tick);
    }

    private void close() {
        models.leave(this::end);
    }

    private void end() {
        if (!isDisplayable()) {
            // Closed twice while a draft was being kept.
            return;
        }
        tick.stop();
        retry.stop();
        models.login().cancel();
        dispose();
        quit.run();
    }
}
