package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ThreadPerTaskExecutor;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final byte[] VALUE = {1, 2, 3};

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("state/sessions");
    }

    @Test
    void what_was_kept_is_there_after_a_restart() {
        long session;
        long login;
        try (var stores = JdbcStores.file(file)) {
            session = stores.sessions().putIfAbsent("session/a", VALUE, MINUTE).orElseThrow();
            login = stores.sessions()
                    .write(
                            "login/a",
                            SessionStore.ABSENT,
                            EntryContent.of(VALUE, MINUTE).due("login", Duration.ZERO))
                    .orElseThrow();
        }

        try (var stores = JdbcStores.file(file)) {
            assertTrue(Files.exists(folder.resolve("state/sessions.mv.db")));
            var found = stores.sessions().find("session/a").orElseThrow();
            assertArrayEquals(VALUE, found.value());
            assertEquals(session, found.version());
            var claim =
                    stores.sessions().claimDue("login", "node-1", MINUTE, 10).get(0);
            assertArrayEquals(VALUE, claim.value());
            assertTrue(claim.version() > login);
        }
    }

    @Test
    void a_path_that_h2_would_read_as_settings_is_refused() {
        var odd = folder.resolve("sessions;INIT=RUNSCRIPT");

        assertThrows(IllegalArgumentException.class, () -> JdbcStores.file(odd).close());
    }

    @Test
    void what_was_removed_is_not_there_after_a_restart() {
        try (var stores = JdbcStores.file(file)) {
            var session =
                    stores.sessions().putIfAbsent("session/a", VALUE, MINUTE).orElseThrow();
            assertTrue(stores.sessions().remove("session/a", session));
        }

        try (var stores = JdbcStores.file(file)) {
            assertTrue(stores.sessions().find("session/a").isEmpty());
        }
    }

    @Test
    void a_file_is_not_in_this_process_and_not_encrypted_by_itself() {
        try (var stores = JdbcStores.file(file)) {
            assertFalse(stores.sessions().isInProcess() || stores.sessions().isEncrypted());
        }
    }

    @Test
    void a_file_that_is_open_in_this_process_is_not_opened_again() {
        try (var stores = JdbcStores.file(file)) {
            assertInUse(assertThrows(StoreException.class, () -> JdbcStores.file(file)));
            stores.sessions().check();
        }
    }

    @Test
    void a_file_that_another_process_holds_is_not_opened() throws Exception {
        var other = OtherNode.start(file);
        try {
            other.awaitKept(1);

            assertInUse(assertThrows(StoreException.class, () -> JdbcStores.file(file)));
        } finally {
            other.kill();
        }
        JdbcStores.file(file).close();
    }

    private static void assertInUse(StoreException failure) {
        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
        assertEquals(
                "PSC-049: the file of the store is in use: it serves one process; several nodes share a server",
                failure.getMessage());
    }

    @Test
    void a_process_that_is_killed_while_it_writes_loses_nothing_that_was_answered() throws Exception {
        long last;
        var other = OtherNode.start(file);
        try {
            other.awaitKept(100);
        } finally {
            other.kill();
        }
        var kept = other.kept();
        try (var stores = JdbcStores.file(file)) {
            for (var n = 0; n < kept.size(); n++) {
                var found = stores.sessions().find(OtherNode.key(n)).orElseThrow();
                assertEquals(kept.get(n), found.version());
                assertArrayEquals(OtherNode.value(n), found.value());
            }
            last = kept.get(kept.size() - 1);
            assertTrue(stores.sessions().putIfAbsent("session/a", VALUE, MINUTE).orElseThrow() > last);
        }
    }

    /** Otherwise an interrupt, such as that of a request which was given up, would close the file for everybody. */
    @Test
    void a_thread_that_is_interrupted_stays_so_and_the_store_works() {
        try (var stores = JdbcStores.file(file)) {
            var sessions = stores.sessions();

            Thread.currentThread().interrupt();
            assertTrue(sessions.putIfAbsent("session/a", VALUE, MINUTE).isPresent());
            assertTrue(sessions.find("session/a").isPresent());
            assertTrue(Thread.interrupted());

            assertTrue(sessions.extend("session/a", MINUTE));
        }
    }

    @Test
    void whoever_waits_for_another_call_waits_no_longer_than_the_limit_and_not_when_interrupted() throws Exception {
        var limit = Duration.ofMillis(500);
        var busy = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var connection = new FileConnection(file, limit)) {
            var sessions = new JdbcSessionStore(new Database(connection, Dialect.H2, "H2", LIMIT, System::nanoTime));
            var other = CompletableFuture.runAsync(() -> hold(connection, busy, done), ThreadPerTaskExecutor.INSTANCE);
            Await.latch("the other call has begun", busy);

            var begun = System.nanoTime();
            assertUnavailable(() -> sessions.find("session/a"));
            assertTrue(System.nanoTime() - begun >= limit.toNanos(), "it waited");
            Thread.currentThread().interrupt();
            assertUnavailable(() -> sessions.find("session/a"));
            assertTrue(Thread.interrupted());

            done.countDown();
            Await.result("the other call has ended", other);
            assertTrue(sessions.find("session/a").isEmpty());
        }
    }

    private static void hold(FileConnection connection, CountDownLatch busy, CountDownLatch done) {
        try {
            connection.use(opened -> {
                busy.countDown();
                try {
                    Await.latch("the first call has been tried", done);
                    return null;
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
            });
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertUnavailable(Runnable call) {
        var failure = assertThrows(StoreException.class, call::run);
        assertEquals(LoginProblem.STORE_UNAVAILABLE, failure.problem());
    }

    /** As H2 does it by itself after a failure of the disk. */
    @Test
    void a_file_that_h2_has_closed_is_opened_again() throws SQLException {
        try (var connection = new FileConnection(file, LIMIT)) {
            var sessions = new JdbcSessionStore(new Database(connection, Dialect.H2, "H2", LIMIT, System::nanoTime));
            var version = sessions.putIfAbsent("session/a", VALUE, MINUTE).orElseThrow();
            connection.use(opened -> {
                try (var statement = opened.createStatement()) {
                    return statement.execute("SHUTDOWN IMMEDIATELY");
                }
            });

            assertEquals(version, sessions.find("session/a").orElseThrow().version());
        }
    }

    @Test
    void a_store_that_was_closed_does_not_answer() throws Exception {
        var stores = JdbcStores.file(file);
        stores.close();
        stores.close();

        EveryStoreCall.assertFails(stores, LoginProblem.STORE_UNAVAILABLE);
    }

    @Test
    void a_file_that_is_damaged_or_of_something_else_is_told() throws Exception {
        Files.createDirectories(file.getParent());
        var bytes = new byte[20_000];
        Arrays.fill(bytes, (byte) 'x');
        Files.write(folder.resolve("state/sessions.mv.db"), bytes);

        var failure = assertThrows(StoreException.class, () -> JdbcStores.file(file));

        assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem());
        assertTrue(failure.getMessage().contains("it is damaged, or of another version of H2"), failure.getMessage());
        assertTrue(failure.getMessage().contains(file + ".mv.db"), failure.getMessage());
    }

    @Test
    void a_file_with_tables_of_a_later_version_is_told() throws Exception {
        JdbcStores.file(file).close();
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + file + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
                var statement = connection.createStatement()) {
            statement.execute("UPDATE psc_schema SET version = 2, usable_from = 2");
        }

        try (var stores = JdbcStores.file(file)) {
            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem());
            assertTrue(failure.getMessage().contains("update this node"), failure.getMessage());
        }
    }

    @Test
    void a_path_with_a_semicolon_is_refused() {
        var hidden = folder.resolve("sessions;INIT=SHUTDOWN");

        assertThrows(IllegalArgumentException.class, () -> JdbcStores.file(hidden));
    }

    @Test
    void without_h2_the_missing_artifact_is_named() throws Exception {
        var classPath = System.getProperty("java.class.path").split(System.getProperty("path.separator"));
        var urls = new URL[classPath.length];
        for (var i = 0; i < urls.length; i++) {
            urls[i] = Path.of(classPath[i]).toUri().toURL();
        }
        var withoutH2 = Arrays.stream(urls)
                .filter(url -> !url.getPath().contains("/h2-"))
                .toArray(URL[]::new);
        assertEquals(urls.length - 1, withoutH2.length);

        try (var loader = new URLClassLoader(withoutH2, ClassLoader.getPlatformClassLoader())) {
            var stores = loader.loadClass(JdbcStores.class.getName());
            var failure = assertThrows(
                    InvocationTargetException.class,
                    () -> stores.getMethod("file", Path.class).invoke(null, file));
            assertEquals(
                    "PSC-050: H2 (com.h2database:h2) is not on the class path",
                    failure.getCause().getMessage());
        }
    }
}
