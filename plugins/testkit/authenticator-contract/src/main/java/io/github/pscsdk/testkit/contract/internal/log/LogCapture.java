package io.github.pscsdk.testkit.contract.internal.log;

import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Records the log at every level while it is open. */
public interface LogCapture extends AutoCloseable {
    /** Begins to record what goes through SLF4J; empty unless that is bound to Logback. */
    static Optional<LogCapture> ofLogback() {
        var bound = LoggerFactory.getILoggerFactory();
        // By name first: without Logback its classes must not be touched.
        return bound.getClass().getName().equals("ch.qos.logback.classic.LoggerContext")
                ? Optional.of(new LogbackCapture((LoggerContext) bound))
                : Optional.empty();
    }

    /** Begins to record what goes through the JDK's log. */
    static LogCapture ofJdk() {
        return new JdkLogCapture();
    }

    /** Begins to record what is printed, in place of the console. */
    static LogCapture ofConsole() {
        return new ConsoleCapture();
    }

    /** The messages so far, with their exceptions. */
    List<String> lines();

    /** Ends the recording and restores the log. */
    @Override
    void close();
}
