package io.github.pscsdk.example.desktop;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.config.ConfigurationReader;
import io.github.pscsdk.example.desktop.ui.LookAndFeel;
import io.github.pscsdk.example.desktop.ui.MainWindow;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.swing.SwingUtilities;

/** Starts the software with a file of settings: its argument, or {@code practice-desktop.properties} beside the jar. */
public final class PracticeDesktop {
    private PracticeDesktop() {}

    /** @param arguments the file of settings, or nothing */
    public static void main(String[] arguments) {
        SwingUtilities.invokeLater(LookAndFeel::install);
        // Here, not on the event dispatch thread: plug-ins are loaded and a database is opened.
        try {
            var file = arguments.length == 0 ? besideTheJar() : Path.of(arguments[0]);
            var home = Path.of(System.getProperty("user.home"));
            var configuration = ConfigurationReader.read(file, System.getenv(), home);
            var program = Program.start(configuration, Clock.systemUTC(), UnaryOperator.identity());
            var texts = MainWindow.texts(configuration.language());
            // The end waits for the network and the disk.
            Runnable quit = () -> new Thread(program::close, "practice-desktop-end").start();
            SwingUtilities.invokeLater(() -> program.window(texts, quit).setVisible(true));
        } catch (PscException e) {
            var texts = MainWindow.texts(Language.of(Locale.getDefault()));
            SwingUtilities.invokeLater(() -> MainWindow.showFailure(e, texts));
        }
    }

    private static Path besideTheJar() {
        try {
            var source = PracticeDesktop.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI()).resolveSibling("practice-desktop.properties");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path entry is a file", e);
        }
    }
}
