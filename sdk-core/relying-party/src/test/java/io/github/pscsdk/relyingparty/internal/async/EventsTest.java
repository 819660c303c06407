package io.github.pscsdk.relyingparty.internal.async;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.async.Events.SessionEnd;
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.LoggerFactory;

/** What a listener that is slow or fails does to whoever tells it: nothing. */
// What both log goes to one logger.
@Execution(ExecutionMode.SAME_THREAD)
class EventsTest {
    private static final int MANY = 3 * Events.MOST_WAITING;

    /** What is logged meanwhile by the class under test. */
    private static List<String> logged(CheckedRunnable work) throws Exception {
        var lines = new ListAppender<ILoggingEvent>();
        lines.list = new CopyOnWriteArrayList<>();
        // Another test may be the one that starts SLF4J: until then there is a substitute.
        Await.until("SLF4J has started", () -> LoggerFactory.getILoggerFactory() instanceof LoggerContext);
        var logger = (Logger) LoggerFactory.getLogger(Events.class);
        lines.start();
        logger.setLevel(Level.WARN);
        logger.addAppender(lines);
        try {
            work.run();
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @FunctionalInterface
    private interface CheckedRunnable {
        void run() throws Exception;
    }

    @Test
    void a_listener_without_end_holds_up_nobody_and_of_too_many_events_the_newest_are_dropped() throws Exception {
        var end = new CompletableFuture<Void>();
        var told = new CountDownLatch(Events.MOST_WAITING + 1);
        var events = new Events(List.of(event -> {
            end.join();
            told.countDown();
        }));

        var lines = logged(() -> {
            // Returns, though the listener does not.
            for (var event = 0; event < MANY; event++) {
                events.sessionEnded(SessionEnd.EXPIRED);
            }
        });
        end.complete(null);

        Await.latch("those that waited are told", told);
        assertEquals(1, lines.size(), lines::toString);
        events.close();
    }

    @Test
    void what_a_listener_throws_is_logged_once_by_its_class_and_the_next_event_is_told() throws Exception {
        var told = new AtomicInteger();
        var all = new CountDownLatch(3);
        var events = new Events(List.of(event -> {
            told.incrementAndGet();
            all.countDown();
            throw new IllegalStateException("a name that is nobody's business");
        }));

        var lines = logged(() -> {
            for (var event = 0; event < 3; event++) {
                events.sessionEnded(SessionEnd.EXPIRED);
            }
            Await.latch("all three are told", all);
            events.close();
        });

        assertEquals(3, told.get());
        assertEquals(
                List.of("a listener of the relying party fails, which is told once: java.lang.IllegalStateException"),
                lines);
    }

    @Test
    void what_pro_sante_connect_invents_is_a_value_that_is_known() {
        var tags = new CopyOnWriteArrayList<Map<String, String>>();
        var events = new Events(List.of(event -> tags.add(event.tags())));

        events.loginEnded(WayIn.BROWSER, Optional.of(new Means("NEW")), "done", Duration.ZERO);
        events.loginEnded(WayIn.BACKCHANNEL, Optional.of(Means.MOBILE), "PSC-002", Duration.ZERO);
        events.called(Endpoint.TOKEN, "418", Duration.ZERO);

        Await.until("all three are told", () -> tags.size() == 3);
        assertEquals(
                List.of(
                        Map.of("way", "browser", "means", "other", "outcome", "done"),
                        Map.of("way", "backchannel", "means", "mobile", "outcome", "PSC-002"),
                        Map.of("endpoint", "token", "outcome", "4xx")),
                tags);
        events.close();
    }
}
