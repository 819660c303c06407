package io.github.pscsdk.example.proxy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.slf4j.LoggerFactory;

/** The stand-alone service: one argument, the configuration file. Stops in good order on SIGTERM. */
public final class ProxyMain {
    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    private ProxyMain() {}

    /** Starts the service, or says in the log why not and exits with 2. */
    public static void main(String[] arguments) {
        // Not at the root of the jar: an application that embeds the proxy has a configuration of its own.
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "io/github/pscsdk/example/proxy/logback.xml");
        }
        var log = LoggerFactory.getLogger(ProxyMain.class);
        if (arguments.length != 1) {
            log.error("usage: proxy-esante CONFIGURATION.json");
            System.exit(2);
        }
        try {
            var server = ProxyServer.start(ProxyConfiguration.read(Path.of(arguments[0])));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "proxy-stop"));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            // No stack: the reader is an operator who mistyped something.
            log.error("the proxy cannot start: {}", e.toString());
            System.exit(2);
        }
    }
}
