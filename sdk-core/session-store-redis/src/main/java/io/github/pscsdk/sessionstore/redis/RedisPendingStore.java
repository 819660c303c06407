package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.PendingEntry;
import io.github.pscsdk.sessionstore.PendingStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A hash for each entry, which Redis removes when it has expired, and two sorted sets for each kind, of what is not finished: by when it is due, and by
 * when it expires. Whoever adds or claims takes what has expired out of both, a hundred at a time.
 *
 * <p>Keys of each script: the counter of versions, then the entry, if it is about one. Arguments: how the names of entries and of both sets begin, then its own.
 */
final class RedisPendingStore implements PendingStore {
    private static final Script ADD = script("""
            local key, kind = ARGV[4], ARGV[5]
            if redis.call('EXISTS', KEYS[2]) == 1 then return nil end
            sweep(kind)
            local version = next_version()
            redis.call('HSET', KEYS[2], 'kind', kind, 'value', ARGV[6], 'version', version)
            redis.call('PEXPIREAT', KEYS[2], now + ARGV[8])
            redis.call('ZADD', due(kind), now + ARGV[7], key)
            redis.call('ZADD', ends(kind), now + ARGV[8], key)
            return version
            """);
    private static final Script CLAIM_DUE = script("""
            local kind, node, lease, most = ARGV[4], ARGV[5], ARGV[6], tonumber(ARGV[7])
            sweep(kind)
            local claimed, gone = {}, 0
            repeat
              local keys = redis.call('ZRANGEBYSCORE', due(kind), '-inf', now, 'LIMIT', 0, most - #claimed)
              for _, key in ipairs(keys) do
                local value = redis.call('HGET', ARGV[1] .. key, 'value')
                if value then
                  local version = next_version()
                  redis.call('HSET', ARGV[1] .. key, 'version', version, 'node', node)
                  redis.call('ZADD', due(kind), now + lease, key)
                  table.insert(claimed, {key, value, version})
                else
                  forget(kind, key)
                  gone = gone + 1
                end
              end
            until #keys == 0 or #claimed == most or gone > 1000
            return claimed
            """);
    private static final Script RESCHEDULE = script("""
            local key = ARGV[4]
            local entry = redis.call('HMGET', KEYS[2], 'version', 'kind', 'finished')
            if entry[1] ~= ARGV[5] or entry[3] then return nil end
            local version = next_version()
            redis.call('HSET', KEYS[2], 'value', ARGV[6], 'version', version)
            redis.call('ZADD', due(entry[2]), now + ARGV[7], key)
            return version
            """);
    private static final Script FINISH = script("""
            local key = ARGV[4]
            local entry = redis.call('HMGET', KEYS[2], 'version', 'kind', 'finished')
            if entry[1] ~= ARGV[5] or entry[3] then return 0 end
            redis.call('HSET', KEYS[2], 'value', ARGV[6], 'version', next_version(), 'finished', 1)
            redis.call('PEXPIREAT', KEYS[2], now + ARGV[7])
            forget(entry[2], key)
            return 1
            """);
    private static final Script FIND = script("""
            local entry = redis.call('HMGET', KEYS[2], 'value', 'version', 'finished')
            if not entry[2] then return nil end
            return {entry[1], tonumber(entry[2]), entry[3]}
            """);
    private static final Script REMOVE = script("""
            local key = ARGV[4]
            local entry = redis.call('HMGET', KEYS[2], 'version', 'kind')
            if entry[1] ~= ARGV[5] then return 0 end
            forget(entry[2], key)
            return redis.call('DEL', KEYS[2])
            """);
    private static final Script COUNT = script("return redis.call('ZCOUNT', ends(ARGV[4]), now, '+inf')");

    private final Connections connections;
    private final RedisKeys keys;

    RedisPendingStore(Connections connections, RedisKeys keys) {
        this.connections = connections;
        this.keys = keys;
    }

    private static Script script(String lua) {
        return new Script("""
                local function due(kind) return ARGV[2] .. kind end
                local function ends(kind) return ARGV[3] .. kind end
                local function forget(kind, key)
                  redis.call('ZREM', due(kind), key)
                  redis.call('ZREM', ends(kind), key)
                end
                local function sweep(kind)
                  for _, key in ipairs(redis.call('ZRANGEBYSCORE', ends(kind), '-inf', '(' .. now, 'LIMIT', 0, 100)) do
                    forget(kind, key)
                  end
                end
                """ + lua);
    }

    private <T> T run(Script script, Function<Object, T> read, List<String> scriptKeys, Object... arguments) {
        var all = new Object[arguments.length + 3];
        all[0] = keys.pending();
        all[1] = keys.due();
        all[2] = keys.ends();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return connections.call(redis -> read.apply(script.run(redis, scriptKeys, all)));
    }

    private List<String> keysOf(String key) {
        return List.of(keys.version(), keys.pending(key));
    }

    @Override
    public OptionalLong add(String kind, String key, byte[] value, Duration dueIn, Duration lifetime) {
        return run(
                ADD,
                ScriptReplies::version,
                keysOf(key),
                key,
                kind,
                value,
                RedisKeys.millis(dueIn),
                RedisKeys.millis(lifetime));
    }

    @Override
    public List<PendingEntry> claimDue(String kind, String node, Duration lease, int most) {
        return run(
                CLAIM_DUE,
                RedisPendingStore::claimed,
                List.of(keys.version()),
                kind,
                node,
                RedisKeys.millis(lease),
                most);
    }

    private static List<PendingEntry> claimed(Object answer) {
        return ((List<?>) answer)
                .stream()
                        .map(entry -> ScriptReplies.list(entry, 3))
                        .map(entry -> new PendingEntry(
                                new String((byte[]) entry.get(0), StandardCharsets.UTF_8),
                                (byte[]) entry.get(1),
                                (Long) entry.get(2),
                                false))
                        .toList();
    }

    @Override
    public OptionalLong reschedule(String key, long version, byte[] value, Duration dueIn) {
        return run(RESCHEDULE, ScriptReplies::version, keysOf(key), key, version, value, RedisKeys.millis(dueIn));
    }

    @Override
    public boolean finish(String key, long version, byte[] outcome, Duration lifetime) {
        return run(FINISH, ScriptReplies::isDone, keysOf(key), key, version, outcome, RedisKeys.millis(lifetime));
    }

    @Override
    public Optional<PendingEntry> find(String key) {
        return run(
                FIND,
                answer -> Optional.ofNullable(answer)
                        .map(found -> ScriptReplies.list(found, 3))
                        .map(entry -> new PendingEntry(
                                key, (byte[]) entry.get(0), (Long) entry.get(1), entry.get(2) != null)),
                keysOf(key));
    }

    @Override
    public boolean remove(String key, long version) {
        return run(REMOVE, ScriptReplies::isDone, keysOf(key), key, version);
    }

    @Override
    public int count(String kind, int most) {
        return run(COUNT, answer -> (int) Math.min(most, (Long) answer), List.of(keys.version()), kind);
    }

    @Override
    public String toString() {
        return "RedisPendingStore[" + connections + "]";
    }
}
