package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.EntryPage;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** The names of our keys. All begin with the prefix, by which an ACL tells them. */
record RedisKeys(String prefix) {
    String version() {
        return prefix + "version";
    }

    /** How the hash of an entry begins: value, version; and where there are such, kind, node, indices. */
    String entry() {
        return prefix + "entry:";
    }

    String entry(String key) {
        return entry() + key;
    }

    /** How the sorted set of a kind begins that has the keys of what has to be done by the time when it is due. */
    String due() {
        return prefix + "due:";
    }

    /** The same by the time when it expires. */
    String ends() {
        return prefix + "ends:";
    }

    /** How the sorted set of an index begins that has the keys of its entries, by the time when they expire. */
    String index() {
        return prefix + "index:";
    }

    /** In milliseconds, rounded up: nothing is gone or due too soon. */
    static long millis(Duration duration) {
        return duration.plusNanos(999_999).toMillis();
    }
}
