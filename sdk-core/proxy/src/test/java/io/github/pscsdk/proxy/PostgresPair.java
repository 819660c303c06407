package io.github.pscsdk.proxy;

import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * A PostgreSQL with a synchronous standby. When the primary dies, the standby is promoted, and gets a standby of its own under the address of the dead one, as an operator's
 * program does it.
 */
final class PostgresPair implements SharedStore {
    private static final String DATABASE = "postgres";
    /** What a copy of a running server leaves out: PostgreSQL's handbook, section 25.3.4.3. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private static final Set<String> COPIED_EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private final Path folder;
    private final int[] ports = {ReservedPort.next(), ReservedPort.next()};
    private int copies;
    private Server primary;
    private Server standby;

    /** One of both. */
    private record Server(EmbeddedPostgres server, Path data) {
        static Server start(Path data, int port) throws IOException {
            var isNew = Files.notExists(data);
            return new Server(
                    Postgres.server()
                            .setPort(port)
                            .setDataDirectory(data)
                            .setCleanDataDirectory(isNew)
                            .start(),
                    data);
        }

        Connection connection() throws SQLException {
            return server.getPostgresDatabase().getConnection();
        }

        void execute(String sql) throws SQLException {
            try (var connection = connection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        boolean hasSynchronousStandby() throws SQLException {
            try (var connection = connection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'")) {
                return rows.next();
            }
        }

        /** As {@code kill -9}. */
        void kill() throws IOException {
            try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
                var pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
                ProcessHandle.of(pid).ifPresent(process -> {
                    process.destroyForcibly();
                    Await.until("the primary is dead", () -> !process.isAlive());
                });
            }
        }
    }

    private PostgresPair(Path folder) {
        this.folder = folder;
    }

    /** Where there is none for this system, the test is skipped and says so. */
    static SharedStore start(Path folder) throws Exception {
        var pair = new PostgresPair(folder);
        try {
            pair.primary = Server.start(folder.resolve("data-0"), pair.ports[0]);
            Postgres.addTables(pair.primary.server().getPostgresDatabase());
            pair.addStandby();
            return pair;
        } catch (Exception | Error e) {
            pair.close();
            throw e;
        }
    }

    @Override
    public URI address() {
        return URI.create("jdbc:postgresql://127.0.0.1:" + ports[0] + ",127.0.0.1:" + ports[1] + "/" + DATABASE
                + "?targetServerType=primary&hostRecheckSeconds=1");
    }

    private void addStandby() throws Exception {
        copies++;
        var copy = folder.resolve("data-" + copies);
        try (var connection = primary.connection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('standby', true)");
            copy(primary.data(), copy);
            try (var end = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                end.next();
                Files.writeString(copy.resolve("backup_label"), end.getString(1));
            }
        }
        Files.createFile(copy.resolve("standby.signal"));
        var port = primary.server().getPort();
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 user=postgres port=" + port + "'\n");
        standby = Server.start(copy, ports[0] == port ? ports[1] : ports[0]);
        primary.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
        primary.execute("SELECT pg_reload_conf()");
        Await.until("the standby follows", primary::hasSynchronousStandby);
    }

    private static void copy(Path from, Path to) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectory(to, ownerOnly);
        try (var files = Files.list(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var name = file.getFileName().toString();
                var target = to.resolve(name);
                if (NOT_COPIED.contains(name)) {
                    continue;
                }
                if (COPIED_EMPTY.contains(name)) {
                    Files.createDirectory(target, ownerOnly);
                } else if (Files.isDirectory(file)) {
                    copy(file, target);
                } else {
                    copyFile(file, target);
                }
            }
        }
    }

    private static void copyFile(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to);
        } catch (NoSuchFileException e) {
            // The server has removed it in the meantime.
        }
    }

    @Override
    public void failOver() throws Exception {
        primary.kill();
        primary = standby;
        primary.execute("SELECT pg_promote(true, 30)");
        // Or its writes would wait for a standby that is not there yet.
        primary.execute("ALTER SYSTEM SET synchronous_standby_names = ''");
        primary.execute("SELECT pg_reload_conf()");
        addStandby();
    }

    @Override
    public void close() throws IOException {
        if (standby != null) {
            standby.server().close();
        }
        if (primary != null) {
            primary.server().close();
        }
    }
}
