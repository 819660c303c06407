package io.github.pscsdk.commandline.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** Silences whatever is not ours below {@code INFO} before any level is asked: HTTP libraries would write headers. */
public final class LibraryLogLimit extends TurboFilter {
    private static final String OURS = "io.github.pscsdk.";

    /** Caps this process, also where somebody brings a log configuration of their own. A second call does nothing. */
    public static void install() {
        // Another logging library may be bound where the command is embedded; its operator caps it.
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            installIn(context);
        }
    }

    static void installIn(LoggerContext context) {
        if (context.getTurboFilterList().stream().noneMatch(LibraryLogLimit.class::isInstance)) {
            var cap = new LibraryLogLimit();
            cap.setContext(context);
            cap.start();
            context.addTurboFilter(cap);
        }
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        return logger.getName().startsWith(OURS) || level.isGreaterOrEqual(Level.INFO)
                ? FilterReply.NEUTRAL
                : FilterReply.DENY;
    }
}
