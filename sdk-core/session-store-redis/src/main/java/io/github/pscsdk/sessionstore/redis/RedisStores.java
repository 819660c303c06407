package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.SessionStore;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * The stores of the server half in Redis 6.2 or later, one server or a master behind Sentinel, no Cluster. Each method
 * of a store is one script on the server: atomic, by the server's clock.
 *
 * <p>Replication is asynchronous: what was acknowledged can be lost when another server takes over, and an old master
 * goes on answering those who cannot see that it was replaced. Versions grow all the same. The documentation of session
 * stores says how to keep that small.
 *
 * <p>Connections are opened when they are needed, and closed with this. Safe for any thread; an interrupt ends the wait
 * for a connection, and nothing that was begun.
 */
public final class RedisStores implements AutoCloseable {
    private final Connections connections;
    private final ExecutorService lookups;
    private final SessionStore sessions;

    RedisStores(Connections connections, RedisKeys keys, ExecutorService lookups) {
        this.connections = connections;
        this.lookups = lookups;
        this.sessions = new RedisSessionStore(connections, keys, this::check);
    }

    /** Begins with one server, whose name is looked up at each new connection. */
    public static RedisStoresBuilder server(InetSocketAddress server) {
        return new RedisStoresBuilder(List.of(Objects.requireNonNull(server, "server")), Optional.empty());
    }

    /**
     * Begins with Sentinels, which are asked at each new connection where the master is.
     *
     * @param master the name that they know it by
     * @param sentinels some of them, in any order
     * @throws IllegalArgumentException if there is none
     */
    public static RedisStoresBuilder sentinels(String master, List<InetSocketAddress> sentinels) {
        if (Objects.requireNonNull(master, "master").isBlank()) {
            throw new IllegalArgumentException("the name of the master is not blank");
        }
        if (sentinels.isEmpty()) {
            throw new IllegalArgumentException("at least one Sentinel is needed");
        }
        return new RedisStoresBuilder(sentinels, Optional.of(master));
    }

    /**
     * Where sessions, what has to be done later and the like are; not encrypted. Its {@code check} refuses a server
     * that is too old, a cluster, a replica, one that may throw entries away, and one whose ACL forbids something, and
     * warns where nothing is kept on disk.
     */
    public SessionStore sessions() {
        return sessions;
    }

    private void check() {
        var server = new RedisServerCheck(connections);
        server.readInfo();
        server.tryAll(sessions);
    }

    /** Closes the connections. A call that is under way ends by its limit. */
    @Override
    public void close() {
        connections.close();
        lookups.shutdown();
    }

    /** Where they are, without secrets. */
    @Override
    public String toString() {
        return "RedisStores[" + connections + "]";
    }
}
