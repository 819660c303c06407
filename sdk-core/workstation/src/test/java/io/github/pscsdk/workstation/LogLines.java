package io.github.pscsdk.workstation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.github.pscsdk.testkit.support.Await;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is logged until it is closed, at every level. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<String> lines = new ArrayList<>();

    private LogLines() {}

    static LogLines open() {
        var lines = new LogLines();
        lines.start();
        lines.root.addAppender(lines);
        lines.root.setLevel(Level.TRACE);
        return lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        var thrown = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        synchronized (lines) {
            lines.add(event.getLevel() + " " + event.getFormattedMessage() + " " + thrown);
        }
    }

    /** Waits until such a line was written. */
    void await(String part) {
        Await.until("logged: " + part, () -> contains(part));
    }

    boolean contains(String part) {
        synchronized (lines) {
            return lines.stream().anyMatch(line -> line.contains(part));
        }
    }

    @Override
    public void close() {
        root.setLevel(Level.OFF);
        root.detachAppender(this);
    }
}
