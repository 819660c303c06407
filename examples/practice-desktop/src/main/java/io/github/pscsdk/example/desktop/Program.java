package io.github.pscsdk.example.desktop;

import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.desktop.config.DesktopConfiguration;
import io.github.pscsdk.example.desktop.model.DesktopModels;
import io.github.pscsdk.example.desktop.model.ModelThreads;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.example.desktop.ui.MainWindow;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.swing.SwingUtilities;

/** The running software: opens the outbox, the client and the models, and closes them at the end. */
final class Program implements AutoCloseable {
    private static final long MOST_SECONDS = 10;

    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "practice-desktop");
        thread.setDaemon(true);
        return thread;
    });
    private final Outbox outbox;
    private final PscClient client;
    private final DesktopModels models;

    private Program(Outbox outbox, PscClient client, DesktopConfiguration configuration, Clock clock) {
        this.outbox = outbox;
        this.client = client;
        models = new DesktopModels(
                client, outbox, configuration, clock, new ModelThreads(SwingUtilities::invokeLater, background));
    }

    /**
     * Opens the outbox and loads the plug-ins.
     *
     * @param change makes another client than the configuration alone, such as one with another browser
     * @throws PscException {@link DesktopProblem#CONFIGURATION_UNUSABLE}, or why the outbox cannot be opened
     */
    static Program start(DesktopConfiguration configuration, Clock clock, UnaryOperator<PscClientBuilder> change)
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
            return new Program(outbox, change.apply(client).build(), configuration, clock);
        } catch (IllegalArgumentException e) {
            throw new PscException(DesktopProblem.CONFIGURATION_UNUSABLE, e.getMessage());
        }
    }

    /** On the event dispatch thread. */
    MainWindow window(Texts texts, Runnable quit) {
        return new MainWindow(models, texts, quit);
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
