package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.proxy.internal.store.PostgresqlSource;
import io.github.pscsdk.sessionstore.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The member {@code store.postgresql.url}. */
class PostgresqlAddressTest {
    private static final int MOST_WAITING = 10;

    @TempDir
    private Path folder;

    private PostgresqlSource source(String url) throws IOException {
        return new PostgresqlSource(
                url, "postgres", "any"::toCharArray, DrawnKeys.drawnIn(folder).ring());
    }

    @Test
    void one_that_the_driver_does_not_know_is_told_without_what_it_holds() throws Exception {
        var source = source("jdbc:postgresql://db.example:s3cret/psc?password=s3cret");

        var failure = assertThrows(StoreException.class, source::open);

        assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem());
        assertEquals(
                "PSC-050: store.postgresql.url cannot be used: PostgreSQL's driver does not know this form of an address",
                failure.getMessage());
        assertNull(failure.getCause());
    }

    @Test
    void of_the_address_hosts_and_ports_are_told_and_nothing_else() throws Exception {
        var source = source("jdbc:postgresql://user:s3cret@db.example:5432,[::1]:5433/psc?user=user&password=s3cret");

        try (var database = source.database()) {
            assertEquals(
                    "JdbcStores[PostgreSQL at db.example:5432, [::1]:5433]",
                    database.stores().toString());
        }
    }

    @Test
    void the_second_server_is_reached_at_once_where_the_first_one_has_no_power() throws Exception {
        try (var off = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var postgres = Postgres.start()) {
            var waiting = fill(off);
            try {
                var url =
                        "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?targetServerType=primary&hostRecheckSeconds=1"
                                .formatted(off.getLocalPort(), postgres.port());
                try (var stores = source(url).open()) {
                    assertDoesNotThrow(stores.sessions()::now);
                }
            } finally {
                for (var socket : waiting) {
                    socket.close();
                }
            }
        }
    }

    /** Until nobody is let in: Linux answers nothing then, as a machine without power does. */
    private static List<Socket> fill(ServerSocket server) throws IOException {
        var waiting = new ArrayList<Socket>();
        while (waiting.size() < MOST_WAITING) {
            var socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
            } catch (SocketTimeoutException e) {
                return waiting;
            }
        }
        throw new AssertionError("the server takes all of them");
    }
}
