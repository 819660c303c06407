package io.github.pscsdk.testkit.contract.internal.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Records what is logged through the JDK while it is open, at every level but of loggers that have their own. */
final class JdkLogCapture extends Handler implements LogCapture {
    private static final SimpleFormatter FORMAT = new SimpleFormatter();

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    JdkLogCapture() {
        root.addHandler(this);
        root.setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord event) {
        lines.add(FORMAT.format(event));
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.removeHandler(this);
    }
}
