package io.github.pscsdk.example.santefr;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Runs the form alone: {@code FormMain configuration.json}. Stops on a signal. */
public final class FormMain {
    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    private FormMain() {}

    /**
     * Starts the form; the address is logged.
     *
     * @param arguments the configuration file, read by {@link FormSettings}
     * @throws IOException if that file cannot be read
     */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: FormMain <configuration.json>");
        }
        // Not named logback.xml: an application that embeds the form has one of its own.
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "io/github/pscsdk/example/santefr/logback.xml");
        }
        var server = FormServer.start(FormSettings.read(Path.of(arguments[0]), System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "santefr-form-stop"));
        LoggerFactory.getLogger(FormMain.class).info("the form listens on {}", server.address());
    }
}
