package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Keys, values and passwords are in no message, no log and, encrypted, in no dump. */
class SecrecyTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String KEY = "secret-key";
    private static final String VALUE = "secret-value";
    private static final String PASSWORD = "secret-password";
    private static final String USER = "secret-user";

    private RedisServer server;

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start(RedisProgram.any());
        server.run("ACL", "SETUSER", USER, "on", ">" + PASSWORD, "~*", "+@all");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] value() {
        return VALUE.getBytes(StandardCharsets.US_ASCII);
    }

    private static void useAll(SessionStore sessions) {
        var content =
                EntryContent.of(value(), MINUTE).due("login", Duration.ZERO).indexed(List.of(KEY));
        sessions.write(KEY, SessionStore.ABSENT, content);
        sessions.find(KEY);
        sessions.extend(KEY, MINUTE);
        var claim = sessions.claimDue("login", "node-1", MINUTE, 1).get(0);
        sessions.list(KEY, Optional.empty(), 1, entry -> {});
        sessions.write(KEY, claim.version(), EntryContent.of(value(), MINUTE));
        sessions.write(KEY + "-2", SessionStore.ABSENT, content);
    }

    private static List<StoreException> fail(RedisStores stores) {
        var sessions = stores.sessions();
        var content = EntryContent.of(value(), MINUTE).due("login", MINUTE).indexed(List.of(KEY));
        var calls = List.<Executable>of(
                () -> sessions.putIfAbsent(KEY, value(), MINUTE),
                () -> sessions.find(KEY),
                () -> sessions.remove(KEY, 1),
                () -> sessions.write(KEY, 1, content),
                () -> sessions.list(KEY, Optional.empty(), 1, entry -> {}),
                sessions::check);
        return calls.stream()
                .map(call -> assertThrows(StoreException.class, call))
                .toList();
    }

    private static void assertNothingOf(String text) {
        for (var secret : List.of(KEY, VALUE, PASSWORD, USER)) {
            assertFalse(text.contains(secret), text);
        }
    }

    @Test
    void no_message_and_no_line_of_any_logger_holds_a_secret() throws Exception {
        var failures = new ArrayList<StoreException>();
        try (var log = new CapturedLog();
                var stores = server.stores().user(USER, PASSWORD.toCharArray()).build()) {
            stores.sessions().check();
            useAll(stores.sessions());
            server.run("ACL", "SETUSER", USER, "-hset", "-hmget", "-hget", "-zscan");
            failures.addAll(fail(stores));
            server.run("ACL", "SETUSER", USER, "-eval", "-evalsha", "-info");
            failures.addAll(fail(stores));
            server.run("ACL", "SETUSER", USER, ">other", "<" + PASSWORD);
            server.run("CLIENT", "KILL", "TYPE", "normal");
            failures.addAll(fail(stores));
            server.kill();
            failures.addAll(fail(stores));

            assertNothingOf(log + stores.toString() + stores.sessions());
            assertTrue(log.toString().contains("Redis"), "what happens is logged");
        }
        for (var failure : failures) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertNothingOf(trace.toString());
        }
    }

    @Test
    void an_error_that_quotes_what_was_sent_is_told_by_its_first_word() throws Exception {
        var quoting = "-ERR Unknown command 'EVALSHA', with args beginning with: '" + KEY + "' '" + VALUE + "'\r\n";
        try (var quoter = new RawServer(command -> Optional.of(quoting));
                var stores = quoter.stores().build()) {
            for (var failure : fail(stores)) {
                assertTrue(failure.getMessage().endsWith("(ERR)"), failure::getMessage);
            }
        }
    }

    @Test
    void a_dump_of_encrypted_stores_holds_no_key_and_no_value() throws Exception {
        try (var stores = server.stores().build()) {
            var sessions = stores.sessions().encrypted(Nodes.ring());
            useAll(sessions);
            sessions.check();
        }

        var dump = dump();
        assertNothingOf(dump);
        assertTrue(dump.contains("psc:entry:") && dump.contains("psc:index:") && dump.contains("psc:due:"), dump);
    }

    @Test
    void a_dump_of_stores_that_are_not_encrypted_holds_both_so_that_the_other_test_can_fail() throws Exception {
        try (var stores = server.stores().build()) {
            useAll(stores.sessions());
        }

        var dump = dump();
        assertTrue(dump.contains(KEY) && dump.contains(VALUE), dump);
    }

    private String dump() {
        var dump = new StringBuilder();
        for (var key : (List<?>) server.run("KEYS", "*")) {
            dump.append(text(key)).append('\n');
            var content = switch (text(server.run("TYPE", key))) {
                case "hash" -> server.run("HGETALL", key);
                case "zset" -> server.run("ZRANGE", key, 0, -1);
                default -> List.of(server.run("GET", key));
            };
            ((List<?>) content).forEach(part -> dump.append(text(part)).append('\n'));
        }
        return dump.toString();
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.ISO_8859_1);
    }
}
