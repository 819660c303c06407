package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import redis.clients.jedis.Protocol.Command;

/** A hash for each entry, which Redis removes when it has expired. Keys of each script: the counter of versions, the entry. */
final class RedisSessionStore implements SessionStore {
    private static final Script FIND = new Script("""
            local entry = redis.call('HMGET', KEYS[2], 'value', 'version')
            if not entry[2] then return nil end
            return {entry[1], tonumber(entry[2]), now + redis.call('PTTL', KEYS[2])}
            """);
    private static final Script PUT_IF_ABSENT = new Script("""
            if redis.call('EXISTS', KEYS[2]) == 1 then return nil end
            local version = next_version()
            redis.call('HSET', KEYS[2], 'value', ARGV[1], 'version', version)
            redis.call('PEXPIREAT', KEYS[2], now + ARGV[2])
            return version
            """);
    private static final Script COMPARE_AND_SET = new Script("""
            if redis.call('HGET', KEYS[2], 'version') ~= ARGV[3] then return nil end
            local version = next_version()
            redis.call('HSET', KEYS[2], 'value', ARGV[1], 'version', version)
            redis.call('PEXPIREAT', KEYS[2], now + ARGV[2])
            return version
            """);
    private static final Script EXTEND = new Script("return redis.call('PEXPIREAT', KEYS[2], now + ARGV[1])");
    private static final Script REMOVE = new Script("""
            if redis.call('HGET', KEYS[2], 'version') ~= ARGV[1] then return 0 end
            return redis.call('DEL', KEYS[2])
            """);

    private final Connections connections;
    private final RedisKeys keys;
    private final Runnable check;

    RedisSessionStore(Connections connections, RedisKeys keys, Runnable check) {
        this.connections = connections;
        this.keys = keys;
        this.check = check;
    }

    private <T> T run(Script script, Function<Object, T> read, String key, Object... arguments) {
        return connections.call(
                redis -> read.apply(script.run(redis, List.of(keys.version(), keys.session(key)), arguments)));
    }

    @Override
    public Instant now() {
        return connections.call(redis -> {
            var time = ScriptReplies.list(redis.executeCommand(Command.TIME), 2);
            return Instant.ofEpochSecond(number(time.get(0))).plus(number(time.get(1)), ChronoUnit.MICROS);
        });
    }

    private static long number(Object digits) {
        return Long.parseLong(new String((byte[]) digits, StandardCharsets.US_ASCII));
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return run(
                FIND,
                answer -> Optional.ofNullable(answer)
                        .map(found -> ScriptReplies.list(found, 3))
                        .map(entry -> new StoredEntry(
                                (byte[]) entry.get(0), (Long) entry.get(1), Instant.ofEpochMilli((Long) entry.get(2)))),
                key);
    }

    @Override
    public OptionalLong putIfAbsent(String key, byte[] value, Duration lifetime) {
        return run(PUT_IF_ABSENT, ScriptReplies::version, key, value, RedisKeys.millis(lifetime));
    }

    @Override
    public OptionalLong compareAndSet(String key, long version, byte[] value, Duration lifetime) {
        return run(COMPARE_AND_SET, ScriptReplies::version, key, value, RedisKeys.millis(lifetime), version);
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        return run(EXTEND, ScriptReplies::isDone, key, RedisKeys.millis(lifetime));
    }

    @Override
    public boolean remove(String key, long version) {
        return run(REMOVE, ScriptReplies::isDone, key, version);
    }

    @Override
    public void check() {
        check.run();
    }

    @Override
    public String toString() {
        return "RedisSessionStore[" + connections + "]";
    }
}
