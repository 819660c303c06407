package io.github.pscsdk.sessionstore.jdbc;

import io.github.pscsdk.sessionstore.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one connection to a file of H2, for one caller after the other; opened again where H2 has closed it after a
 * failure of the disk.
 */
final class FileConnection implements Connections {
    // Without a delay, a commit is in the file when it returns, and not half a second later. The asynchronous file
    // system does not close the file when a thread is interrupted. No trace file: it would hold rows. The application
    // that stops the process closes the store after the last call; H2's own shutdown hook would do it before.
    private static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=KEY,VALUE"
            + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE";

    // SQL states of H2: another process has the file, or another connection of this one.
    private static final Set<String> IN_USE = Set.of("90020", "90135");

    private final String path;
    private final String url;
    private final Duration limit;
    private final ReentrantLock lock = new ReentrantLock(true);
    private Connection connection;
    private boolean closed;

    FileConnection(Path file, Duration limit) {
        this.path = file.toAbsolutePath().normalize().toString();
        // H2 would read what follows a semicolon as settings.
        if (path.contains(";")) {
            throw new IllegalArgumentException("the path of the store holds a semicolon");
        }
        this.url = "jdbc:h2:async:" + path + SETTINGS;
        this.limit = limit;
        this.connection = opened();
    }

    private Connection opened() {
        try {
            Class.forName("org.h2.Driver");
        } catch (ClassNotFoundException e) {
            throw StoreException.unreadable("H2 (com.h2database:h2) is not on the class path");
        }
        try {
            var opened = DriverManager.getConnection(url);
            try {
                setUp(opened);
                return opened;
            } catch (SQLException e) {
                opened.close();
                throw e;
            }
        } catch (SQLException e) {
            var state = SqlState.of(e);
            throw IN_USE.contains(state)
                    ? StoreException.unavailable(
                            "the file of the store is in use: it serves one process; several nodes share a server",
                            null)
                    : StoreException.unreadable("cannot open the file of the store, " + path + ".mv.db, SQL state "
                            + state + ": it is damaged, or of another version of H2, or may not be written");
        }
    }

    private static void setUp(Connection opened) throws SQLException {
        try (var statement = opened.createStatement()) {
            statement.execute("SET EXCLUSIVE 1");
            for (var definition : definitions().split(";")) {
                if (!definition.isBlank()) {
                    statement.execute(definition);
                }
            }
        }
    }

    private static String definitions() {
        try (var in = FileConnection.class.getResourceAsStream("h2.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read h2.sql", e);
        }
    }

    @Override
    public <T> T use(Work<T> work) throws SQLException {
        lock();
        try {
            if (closed) {
                throw new SQLException("closed");
            }
            if (connection.isClosed()) {
                connection = opened();
            }
            return work.on(connection);
        } finally {
            lock.unlock();
        }
    }

    private void lock() throws SQLException {
        try {
            // The first takes it also on a thread that is interrupted.
            if (!lock.tryLock() && !lock.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTimeoutException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
    }

    @Override
    public void close() {
        // Its present holder has a limit; and a thread that stops a process is often interrupted.
        lock.lock();
        try {
            closed = true;
            connection.close();
        } catch (SQLException e) {
            // An answered change is in the file already.
        } finally {
            lock.unlock();
        }
    }
}
