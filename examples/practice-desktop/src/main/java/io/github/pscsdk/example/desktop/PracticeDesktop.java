package io.github.pscsdk.example.desktop;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.config.ConfigurationReader;
import io.github.pscsdk.example.desktop.config.DesktopConfiguration;
import io.github.pscsdk.example.desktop.model.HealthCheckModel;
import io.github.pscsdk.example.desktop.model.ModelThreads;
import io.github.pscsdk.example.desktop.model.SessionModel;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.example.desktop.ui.LookAndFeel;
import io.github.pscsdk.example.desktop.ui.MainWindow;
import io.github.pscsdk.loginui.LoginPanel;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.swing.SwingUtilities;

/** The running software: opens the outbox, the client and the models, and closes them at the end. */
public final class PracticeDesktop implements AutoCloseable {
    private static final long MOST_SECONDS = 10;

    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "practice-desktop");
        thread.setDaemon(true);
        return thread;
    });
    private final Outbox outbox;
    private final PscClient client;
    private final DesktopConfiguration configuration;
    private final Clock clock;

    private PracticeDesktop(Outbox outbox, PscClient client, DesktopConfiguration configuration, Clock clock) {
        this.outbox = outbox;
        this.client = client;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** @param arguments the file of settings, or nothing for {@code practice-desktop.properties} beside the jar */
    public static void main(String[] arguments) {
        SwingUtilities.invokeLater(LookAndFeel::install);
        // Here, not on the event dispatch thread: plug-ins are loaded and a database is opened.
        try {
            var file = arguments.length == 0 ? besideTheJar() : Path.of(arguments[0]);
            var home = Path.of(System.getProperty("user.home"));
            var configuration = ConfigurationReader.read(file, home);
            var program = start(configuration, Clock.systemUTC(), UnaryOperator.identity());
            // The end waits for the network and the disk.
            Runnable quit = () -> new Thread(program::close, "practice-desktop-end").start();
            SwingUtilities.invokeLater(() -> program.window(quit).setVisible(true));
        } catch (PscException e) {
            var texts = MainWindow.texts(Language.of(Locale.getDefault()));
            SwingUtilities.invokeLater(() -> MainWindow.showFailure(e, texts));
        }
    }

    /** The class path of a program that {@code java -jar} runs is its jar. */
    private static Path besideTheJar() {
        return Path.of(System.getProperty("java.class.path")).resolveSibling("practice-desktop.properties");
    }

    /**
     * Opens the outbox and loads the plug-ins.
     *
     * @param change makes another client than the configuration alone, such as one with another browser
     * @throws PscException {@link DesktopProblem#CONFIGURATION_UNUSABLE}, or why the outbox cannot be opened
     */
    static PracticeDesktop start(
            DesktopConfiguration configuration, Clock clock, UnaryOperator<PscClientBuilder> change)
            throws PscException {
        try {
            var client = PscClientBuilder.forServerHalf(configuration.server())
                    .clientId(configuration.clientId())
                    .applicationToken(configuration.applicationToken())
                    .pluginDirectory(configuration.plugins())
                    .settingsDirectory(configuration.plugins())
                    .stateDirectory(configuration.data().resolve("authenticators"))
                    .guideAddresses(configuration.guideAddresses())
                    .clock(clock);
            var outbox = Outbox.open(configuration.data(), clock);
            return new PracticeDesktop(outbox, change.apply(client).build(), configuration, clock);
        } catch (IllegalArgumentException e) {
            throw new PscException(DesktopProblem.CONFIGURATION_UNUSABLE, e.getMessage());
        }
    }

    /** On the event dispatch thread. */
    MainWindow window(Runnable quit) {
        var threads = new ModelThreads(SwingUtilities::invokeLater, background);
        var session = new SessionModel(outbox, clock, threads);
        var healthCheck =
                new HealthCheckModel(client, () -> session.session().map(AuthenticationSession::professional), threads);
        var login = LoginPanel.of(client, session::enter)
                .offering(configuration.logins().toArray(LoginRequest[]::new))
                .withClock(clock);
        return new MainWindow(client, session, healthCheck, login, configuration.language(), quit);
    }

    /** Finishes the work in the background first, within some seconds. */
    @Override
    public void close() {
        client.close();
        background.shutdown();
        try {
            if (!background.awaitTermination(MOST_SECONDS, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outbox.close();
    }
}
