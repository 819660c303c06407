package io.github.pscsdk.example.desktop;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.config.ConfigurationReader;
import io.github.pscsdk.example.desktop.ui.LookAndFeel;
import io.github.pscsdk.example.desktop.ui.MainWindow;
import io.github.pscsdk.example.desktop.ui.StartFailureDialog;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import javax.swing.SwingUtilities;

/**
 * Starts the software. One argument, the file of settings; without it, {@code practice-desktop.properties} beside the jar.
 */
public final class PracticeDesktop {
    private static final String FILE = "practice-desktop.properties";

    private PracticeDesktop() {}

    /** @param arguments the file of settings, or nothing */
    public static void main(String[] arguments) {
        var file = arguments.length == 0 ? besideTheJar() : Path.of(arguments[0]);
        SwingUtilities.invokeLater(LookAndFeel::install);
        // Here, not on the event dispatch thread: plug-ins are loaded and a database is opened.
        start(file);
    }

    private static void start(Path file) {
        try {
            var home = Path.of(System.getProperty("user.home"));
            var configuration = ConfigurationReader.read(file, System.getenv(), home);
            var program = Program.start(configuration, Clock.systemUTC());
            var texts = MainWindow.texts(configuration.language());
            SwingUtilities.invokeLater(
                    () -> program.window(texts, () -> quit(program)).setVisible(true));
        } catch (PscException e) {
            SwingUtilities.invokeLater(
                    () -> StartFailureDialog.show(e, MainWindow.texts(Language.of(Locale.getDefault()))));
        }
    }

    /** Not on the event dispatch thread, since it waits for the network and the disk. */
    private static void quit(Program program) {
        new Thread(program::close, "practice-desktop-end").start();
    }

    private static Path besideTheJar() {
        try {
            var jar = Path.of(PracticeDesktop.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolveSibling(FILE);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path entry is a file", e);
        }
    }
}
