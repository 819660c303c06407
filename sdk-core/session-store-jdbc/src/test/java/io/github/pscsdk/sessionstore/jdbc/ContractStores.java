package io.github.pscsdk.sessionstore.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** What the contract's tests share: each test has keys of its own. */
final class ContractStores {
    private static final Deque<JdbcStores> NODES = new ArrayDeque<>();
    private static JdbcStores file;

    private ContractStores() {}

    /** Each of two nodes in turn, over the database that is for this. */
    static synchronized JdbcStores onServer() {
        var server = PostgresServer.shared();
        var next = NODES.size() < 2 ? new Nodes(server, server.contract()).open() : NODES.remove();
        NODES.add(next);
        return next;
    }

    static synchronized JdbcStores inFile() throws IOException {
        if (file == null) {
            var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "contract");
            file = JdbcStores.file(folder.resolve("stores"), Nodes.PATIENCE);
        }
        return file;
    }
}
