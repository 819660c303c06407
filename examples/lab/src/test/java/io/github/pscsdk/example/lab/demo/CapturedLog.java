package io.github.pscsdk.example.lab.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Everything that the process logs until closed, under the configuration that the command ships. */
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    /**
     * One line.
     *
     * @param logger who wrote it
     * @param level how important
     * @param text as an appender would write it: thread, message, context, and the stack trace with every cause
     * @param words the parts that are text, not numbers: the template, and each argument that is neither number nor time
     */
    record Line(String logger, Level level, String text, List<String> words) {}

    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
    private final Map<Logger, Level> before = new LinkedHashMap<>();
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();

    private CapturedLog() {}

    /** Sets those loggers to {@code TRACE} and begins. */
    static CapturedLog atTrace(String... loggers) {
        var log = new CapturedLog();
        for (var name : loggers) {
            var logger = logger(name);
            log.before.put(logger, logger.getLevel());
            logger.setLevel(Level.TRACE);
        }
        var root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.setContext(root.getLoggerContext());
        log.start();
        // Thousands of lines that nobody reads in the output of a build.
        root.iteratorForAppenders().forEachRemaining(log.silenced::add);
        log.silenced.forEach(root::detachAppender);
        root.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        var thrown = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        var text = String.join(
                " ", event.getThreadName(), event.getFormattedMessage(), "" + event.getMDCPropertyMap(), thrown);
        var arguments = event.getArgumentArray() == null ? new Object[0] : event.getArgumentArray();
        var words = Stream.concat(
                        Stream.of(event.getMessage(), thrown),
                        Arrays.stream(arguments)
                                .filter(argument -> !(argument instanceof Number))
                                .map(String::valueOf))
                .collect(Collectors.toList());
        lines.add(new Line(event.getLoggerName(), event.getLevel(), text, words));
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Stops, and puts the levels back. */
    @Override
    public void close() {
        var root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAppender(this);
        silenced.forEach(root::addAppender);
        before.forEach(Logger::setLevel);
        stop();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
