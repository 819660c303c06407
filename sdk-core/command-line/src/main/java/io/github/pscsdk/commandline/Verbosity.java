package io.github.pscsdk.commandline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Opens and closes the log. Where another logging library is bound, there is nothing to open or close. */
public final class Verbosity {
    private static final String OURS = "io.github.pscsdk";

    private Verbosity() {}

    /** Writes every step of our own code to standard error; libraries stay as quiet as before. */
    public static void everyStep() {
        set(OURS, Level.TRACE);
    }

    /** Writes nothing from now on. */
    public static void nothingMore() {
        set(Logger.ROOT_LOGGER_NAME, Level.OFF);
        set(OURS, Level.OFF);
    }

    private static void set(String name, Level level) {
        if (LoggerFactory.getLogger(name) instanceof Logger logger) {
            logger.setLevel(level);
        }
    }
}
