package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Protocol.Command;

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
    private static final Logger log = LoggerFactory.getLogger(RedisStores.class);
    private static final Pattern VERSION = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})\\..*");
    private static final int OLDEST_MAJOR = 6;
    private static final int OLDEST_MINOR = 2;
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final String KIND = "check";

    private final Connections connections;
    private final ExecutorService lookups;
    private final SessionStore sessions;

    RedisStores(Connections connections, String prefix, ExecutorService lookups) {
        this.connections = connections;
        this.lookups = lookups;
        this.sessions = new RedisSessionStore(connections, prefix, this::check);
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
        readInfo();
        tryAll();
    }

    private void readInfo() {
        var info = info();
        var version = info.getOrDefault("redis_version", "");
        require(isNewEnough(version), "its version is not 6.2 or later");
        require(
                !"1".equals(info.get("cluster_enabled")),
                "it is a Redis Cluster, which is not supported: use one server, or Sentinel");
        require(
                "noeviction".equals(info.get("maxmemory_policy")),
                "it may throw sessions away when its memory is full: set maxmemory-policy to noeviction");
        if (!"1".equals(info.get("aof_enabled"))) {
            log.warn(
                    "{} keeps no append-only file: it forgets the last minutes, or everything, when it stops; set appendonly to yes",
                    connections);
        }
        log.info("{} has version {}", connections, version);
    }

    private Map<String, String> info() {
        var text = connections.call(redis -> (byte[]) redis.executeCommand(Command.INFO));
        var info = new HashMap<String, String>();
        new String(text, StandardCharsets.UTF_8).lines().forEach(line -> {
            var colon = line.indexOf(':');
            if (colon > 0) {
                info.put(line.substring(0, colon), line.substring(colon + 1));
            }
        });
        return info;
    }

    private static boolean isNewEnough(String version) {
        var parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return false;
        }
        var major = Integer.parseInt(parts.group(1));
        return major > OLDEST_MAJOR || major == OLDEST_MAJOR && Integer.parseInt(parts.group(2)) >= OLDEST_MINOR;
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw StoreException.unreadable(connections + " cannot be used: " + otherwise);
        }
    }

    /** Runs each script once: an ACL that lacks something shows here, and not with the first login. */
    private void tryAll() {
        var key = "check/" + UUID.randomUUID();
        var content =
                EntryContent.of(new byte[0], LIFETIME).due(KIND, Duration.ZERO).indexed(List.of(key));
        sessions.now();
        sessions.write(key, SessionStore.ABSENT, content);
        sessions.claimDue(KIND, KIND, LIFETIME, 1);
        sessions.extend(key, LIFETIME);
        sessions.list(key, Optional.empty(), 1, entry -> {});
        var version = sessions.find(key).orElseThrow().version();
        sessions.remove(key, sessions.write(key, version, content).orElse(version));
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
