package io.github.pscsdk.testkit.contract.internal.log;

import ch.qos.logback.classic.LoggerContext;
import io.github.pscsdk.testkit.contract.LogCapture;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Finds the log library to which SLF4J is bound. */
public final class BoundLog {
    private BoundLog() {}

    /** Begins a recording; empty unless SLF4J is bound to Logback. */
    public static Optional<LogCapture> capture() {
        var bound = LoggerFactory.getILoggerFactory();
        // By name first: without Logback its classes must not be touched.
        return bound.getClass().getName().equals("ch.qos.logback.classic.LoggerContext")
                ? Optional.of(LogbackCapture.open((LoggerContext) bound))
                : Optional.empty();
    }
}
