package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.github.pscsdk.proxy.internal.configuration.ConfigurationReader;
import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password of a store is replaced in the file that the configuration names, while the proxy runs. */
class StorePasswordTest {
    private static final String CONFIGURATION = """
            {"environment": {"name": "sandbox"},
             "clients": [{"id": "editeur", "method": "secret_basic", "secret": {"value": "s3cret-value"}}],
             "applications": [{"name": "one", "sha256": "%s"}],
             "store": {"keyRing": "key-ring", %s}}
            """;

    private static final int MOST_TRIES = 5;

    @TempDir
    private Path folder;

    private StoreSource read(String store) throws Exception {
        DrawnKeys.drawnIn(folder);
        var file = Files.writeString(folder.resolve("proxy.json"), CONFIGURATION.formatted("1".repeat(64), store));
        return ConfigurationReader.read(file, Map.of()).stores().orElseThrow();
    }

    private void write(String password) throws IOException {
        Files.writeString(folder.resolve("store.password"), password + "\n");
    }

    /** Each connection that was just used is found dead by one call. */
    private static void assertAnswers(SessionStore store) {
        for (var tries = 1; tries < MOST_TRIES; tries++) {
            try {
                store.now();
                return;
            } catch (StoreException e) {
                // The next call takes another one.
            }
        }
        assertDoesNotThrow(store::now);
    }

    private static boolean isAnswered(SessionStore store) {
        try {
            store.now();
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    @Test
    void new_connections_to_postgresql_use_the_password_that_the_file_has_now() throws Exception {
        try (var postgres = Postgres.start()) {
            var role = postgres.addRole("first");
            write("first");
            var source = read(
                    "\"postgresql\": {\"url\": \"%s\", \"user\": \"%s\", \"password\": {\"file\": \"store.password\"}}"
                            .formatted(postgres.url(), role));
            try (var stores = source.open()) {
                stores.sessions().check();

                postgres.execute("ALTER ROLE " + role + " PASSWORD 'second'");
                write("second");
                // Also one that was being made when the password changed, and that nobody could end before.
                var former = "FROM pg_stat_activity WHERE usename = '" + role + "' AND backend_start < '"
                        + postgres.text("SELECT now()") + "'";
                Await.until("no connection with the former password is left", () -> {
                    postgres.execute("SELECT pg_terminate_backend(pid, 10000) " + former);
                    return isAnswered(stores.sessions())
                            && postgres.text("SELECT count(*) " + former).equals("0");
                });

                Files.delete(folder.resolve("store.password"));
                postgres.disconnect(role);
                assertAnswers(stores.sessions());
            }
        }
    }

    @Test
    void new_connections_to_redis_use_the_password_that_the_file_has_now() throws Exception {
        try (var redis = Redis.start(folder)) {
            redis.tell("ACL", "SETUSER", "node", "on", ">first", "~*", "&*", "+@all");
            write("first");
            var source = read(
                    "\"redis\": {\"server\": \"127.0.0.1:%d\", \"user\": \"node\", \"password\": {\"file\": \"store.password\"}}"
                            .formatted(redis.port()));
            try (var stores = source.open()) {
                stores.sessions().check();

                redis.tell("ACL", "SETUSER", "node", "resetpass", ">second");
                write("second");
                redis.tell("CLIENT", "KILL", "TYPE", "normal");
                assertAnswers(stores.sessions());
            }
        }
    }
}
