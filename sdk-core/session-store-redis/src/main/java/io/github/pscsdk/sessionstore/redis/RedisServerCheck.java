package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Protocol.Command;

/** A check of a server: its own facts, and the rights of our user. */
record RedisServerCheck(Connections connections) {
    private static final Logger log = LoggerFactory.getLogger(RedisStores.class);
    private static final Pattern VERSION = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})\\..*");
    private static final int OLDEST_MAJOR = 6;
    private static final int OLDEST_MINOR = 2;
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final String KIND = "check";

    /** @throws StoreException where it cannot, and why */
    void readInfo() {
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
    void tryAll(SessionStore sessions) {
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
}
