package io.github.pscsdk.commandline.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses Logback's configuration by its place on the class path, and opens and closes the log; where another logging
 * library is bound, there is nothing to open or close.
 */
public final class LogConfiguration {
    private static final String PROPERTY = "logback.configurationFile";
    private static final String OURS = "io.github.pscsdk";

    private LogConfiguration() {}

    /** Silent but for errors, which go to standard error: for a command whose standard output is its result. */
    public static void ofCommands() {
        use("io/github/pscsdk/commandline/internal/logback.xml");
    }

    /**
     * Takes effect only before the first logger is made.
     *
     * @param resource not at the root of the class path, where a program that embeds a command has its own; ignored
     *     where the operator named a configuration by the system property {@code logback.configurationFile}
     */
    public static void use(String resource) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, resource);
        }
    }

    /** Writes every step of our own code to standard error; libraries stay as quiet as before. */
    static void everyStep() {
        set(OURS, Level.TRACE);
    }

    /** Writes nothing from now on. */
    static void nothingMore() {
        set(Logger.ROOT_LOGGER_NAME, Level.OFF);
        set(OURS, Level.OFF);
    }

    private static void set(String name, Level level) {
        if (LoggerFactory.getLogger(name) instanceof Logger logger) {
            logger.setLevel(level);
        }
    }
}
