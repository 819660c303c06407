package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.github.pscsdk.sessionstore.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** No line of any log, at any level, and no exception holds a key or a value, whatever the database says. */
@OnPostgres
@Isolated("reads the log of the whole JVM")
class LeakTest {
    private static final String KEY = "session/secret-key";
    private static final String VALUE = "secret-value";
    private static final String NODE = "secret-node";

    private final PostgresServer server = PostgresServer.shared();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            // What the server itself logs, which the server of the tests passes on.
            if (event.getThreadName().startsWith("postgres:")) {
                return;
            }
            lines.add(event.getThreadName() + " " + event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    };

    @BeforeEach
    void listen() {
        root.getAppender("console").stop();
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        root.setLevel(before);
        root.detachAppender(appender);
        root.getAppender("console").start();
    }

    @Test
    void nothing_is_told_of_what_is_kept_in_postgresql_or_of_what_it_says() {
        var database = server.database();
        try (var nodes = new Nodes(server, database)) {
            callAll(nodes.open());
            server.execute(
                    database,
                    "UPDATE psc_entry SET key = 'session/secret-key', expires_at = now() - interval '1 hour'");
            server.execute(database, quoting("psc_entry", "key"));
            server.execute(database, quoting("psc_trace", "id"));
            callAll(nodes.open());
        }

        assertTrue(lines.stream().anyMatch(line -> line.contains("SQL state 23505")), "a statement failed");
        assertTrue(lines.stream().anyMatch(line -> line.contains("stays a minute longer")), "a clean-up failed");
        assertNothingLeaked();
    }

    /** PostgreSQL's own messages quote keys of unique indexes; this makes it quote all that it is given, at every write. */
    private static String quoting(String table, String key) {
        return """
                CREATE FUNCTION quote_%1$s() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE
                    written %1$s;
                BEGIN
                    IF TG_OP = 'DELETE' THEN written := OLD; ELSE written := NEW; END IF;
                    RAISE EXCEPTION USING ERRCODE = 'unique_violation', MESSAGE = 'row ' || written.%2$s,
                        DETAIL = 'Key (key)=(' || written.%2$s || ') ' || convert_from(written.value, 'UTF8');
                END $$;
                CREATE TRIGGER quote BEFORE INSERT OR UPDATE OR DELETE ON %1$s FOR EACH ROW EXECUTE FUNCTION quote_%1$s();
                """.formatted(table, key);
    }

    @Test
    void nothing_is_told_of_what_is_kept_in_a_file(@TempDir Path folder) {
        var stores = JdbcStores.file(folder.resolve("sessions"));
        callAll(stores);
        stores.close();
        callAll(stores);

        assertTrue(lines.stream().anyMatch(line -> line.contains("PSC-049")), "a call failed");
        assertNothingLeaked();
    }

    private void callAll(JdbcStores stores) {
        lines.add(stores + " " + stores.sessions() + " " + stores.traces());
        EveryStoreCall.all(stores, KEY, VALUE.getBytes(StandardCharsets.UTF_8))
                .values()
                .forEach(this::attempt);
        attempt(() -> stores.sessions().claimDue("login", NODE, Duration.ofMinutes(1), 5));
    }

    private void attempt(Runnable call) {
        try {
            call.run();
        } catch (StoreException e) {
            var text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            lines.add(text.toString());
        }
    }

    private void assertNothingLeaked() {
        assertEquals(
                "",
                lines.stream()
                        .filter(line -> line.contains("secret-"))
                        .findFirst()
                        .orElse(""));
    }
}
