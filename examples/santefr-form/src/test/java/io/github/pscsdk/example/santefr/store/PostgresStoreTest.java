package io.github.pscsdk.example.santefr.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** All that holds for the file holds for PostgreSQL. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the server for tests is for Linux on amd64")
class PostgresStoreTest extends DossierStoreTest {
    private static EmbeddedPostgres server;
    private static int schemas;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    /** A schema of its own for each test. */
    @BeforeEach
    @Override
    void open() {
        if (current == null) {
            current = create();
        }
        super.open();
    }

    private String current;

    private static String create() {
        schemas++;
        var name = "form" + schemas;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
            return name;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    DossierStore openStore() {
        return DossierStore.open(new PostgresDatabase(
                server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + current, "postgres", "postgres"));
    }
}
