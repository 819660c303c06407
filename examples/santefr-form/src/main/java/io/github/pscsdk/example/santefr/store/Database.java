package io.github.pscsdk.example.santefr.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Opens the file of the database, and makes the tables that it lacks. */
final class Database {
    private static final int CONNECTIONS = 4;
    // Without a delay, a commit is in the file when it returns, and not half a second after somebody has read that it
    // is saved. The asynchronous file system does not close the file when a thread is interrupted. No trace file: it
    // would hold rows. A thread that meets another one's new row waits for its end. The server closes the database
    // after the last request; H2's own shutdown hook would do it before.
    private static final String SETTINGS =
            ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE";

    private Database() {}

    static HikariDataSource open(Path file) {
        var path = file.toAbsolutePath().normalize();
        // H2 would read what follows a semicolon as settings.
        if (path.toString().contains(";")) {
            throw new IllegalArgumentException("the path of the database holds a semicolon");
        }
        createFolder(path.getParent());
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:async:" + path + SETTINGS);
        config.setPoolName("santefr-form");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setAutoCommit(false);
        var source = connect(config);
        try {
            createTables(source);
            return source;
        } catch (SQLException e) {
            source.close();
            throw new IllegalStateException("cannot make the tables, SQL state " + e.getSQLState());
        }
    }

    private static HikariDataSource connect(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new IllegalStateException("cannot open the database: is another form using it?", e);
        }
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of the database", e);
        }
    }

    private static void createTables(HikariDataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var definition :
                    ClassPathResource.text(Database.class, "schema.sql").split(";")) {
                if (!definition.isBlank()) {
                    statement.execute(definition);
                }
            }
            connection.commit();
        }
    }
}
