package io.github.pscsdk.sessionstore.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodicTaskLogTest {
    @Test
    void an_outage_is_told_once_and_so_is_its_end() {
        var logger = new LoggerContext().getLogger("any");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        var log = new PeriodicTaskLog(logger, "looking");

        log.done(null);
        for (var outage = 0; outage < 2; outage++) {
            for (var tries = 0; tries < 100; tries++) {
                log.done(new IllegalStateException());
            }
            log.done(null);
            log.done(null);
        }

        var failing = "WARN looking fails, and is tried again: java.lang.IllegalStateException";
        assertEquals(
                List.of(failing, "INFO looking works again", failing, "INFO looking works again"),
                lines.list.stream()
                        .map(line -> line.getLevel() + " " + line.getFormattedMessage())
                        .toList());
    }
}
