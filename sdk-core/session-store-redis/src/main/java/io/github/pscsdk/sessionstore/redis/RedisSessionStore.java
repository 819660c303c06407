package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * A hash for each entry (value, version; and where there are such, kind, node, indices), which Redis removes when it
 * has expired; two sorted sets for each kind of work, by when it is
 * due and by when it expires; and one for each index, by when its entries expire. Each addition to a set takes out what
 * has expired, a hundred at a time; whoever reads one asks the entry, which may have another kind by then.
 *
 * <p>Keys of each script: the counter of versions, then the entry, if it is about one. Arguments: how the names of
 * entries and of the sets begin, then its own. Replies of another shape throw.
 */
record RedisSessionStore(Connections connections, String prefix, Runnable checking) implements SessionStore {
    /** How the names of entries and sets begin, after the prefix, by which an ACL tells them. */
    private static final List<String> NAMES = List.of("entry:", "due:", "ends:", "index:");

    // Of ZSCAN, which ends with the same.
    private static final String FIRST_PAGE = "0";

    private static final Script FIND = script("return read(ARGV[5])");
    private static final Script WRITE = script("""
            local key, kind = ARGV[5], ARGV[9]
            if (redis.call('HGET', KEYS[2], 'version') or '0') ~= ARGV[6] then return nil end
            -- First: a server that is out of memory refuses this, and would take what comes after a removal.
            local version, ends_at = next_version(), now + ARGV[8]
            local node = redis.call('HGET', KEYS[2], 'node')
            forget(key)
            redis.call('HSET', KEYS[2], 'value', ARGV[7], 'version', version)
            redis.call('PEXPIREAT', KEYS[2], ends_at)
            if kind ~= '' then
              redis.call('HSET', KEYS[2], 'kind', kind, 'node', node or '')
              redis.call('ZADD', due(kind), now + ARGV[10], key)
            end
            if #ARGV > 10 then redis.call('HSET', KEYS[2], 'indices', table.concat(ARGV, '\\n', 11)) end
            enlist(key, ends_at)
            return version
            """);
    private static final Script EXTEND = script("""
            if redis.call('PEXPIREAT', KEYS[2], now + ARGV[6]) == 0 then return 0 end
            enlist(ARGV[5], now + ARGV[6])
            return 1
            """);
    private static final Script REMOVE = script("""
            if redis.call('HGET', KEYS[2], 'version') ~= ARGV[6] then return 0 end
            forget(ARGV[5])
            return 1
            """);
    private static final Script CLAIM_DUE = script("""
            local kind, node, lease, most = ARGV[5], ARGV[6], ARGV[7], tonumber(ARGV[8])
            sweep(ends(kind), due(kind))
            local claimed, gone = {}, 0
            repeat
              local keys = redis.call('ZRANGEBYSCORE', due(kind), '-inf', now, 'LIMIT', 0, most - #claimed)
              for _, key in ipairs(keys) do
                if redis.call('HGET', ARGV[1] .. key, 'kind') == kind then
                  redis.call('HSET', ARGV[1] .. key, 'version', next_version(), 'node', node)
                  redis.call('ZADD', due(kind), now + lease, key)
                  table.insert(claimed, read(key))
                else
                  redis.call('ZREM', due(kind), key)
                  redis.call('ZREM', ends(kind), key)
                  gone = gone + 1
                end
              end
            until #keys == 0 or #claimed == most or gone > 1000
            return claimed
            """);
    private static final Script LIST = script("""
            local set = index(ARGV[5])
            local page, listed = redis.call('ZSCAN', set, ARGV[6], 'COUNT', ARGV[7]), {}
            for i = 1, #page[2], 2 do
              each_index(page[2][i], function(name)
                if name == set then table.insert(listed, read(page[2][i])) end
              end)
            end
            return {page[1], listed}
            """);

    private static Script script(String lua) {
        return new Script("""
                local function due(kind) return ARGV[2] .. kind end
                local function ends(kind) return ARGV[3] .. kind end
                local function index(name) return ARGV[4] .. name end
                local function read(key)
                  local entry = redis.call('HMGET', ARGV[1] .. key, 'value', 'version', 'kind')
                  if not entry[2] then return nil end
                  local left = redis.call('PTTL', ARGV[1] .. key)
                  return {key, entry[1], tonumber(entry[2]), now + left, entry[3] and 1 or 0}
                end
                local function sweep(set, other)
                  for _, key in ipairs(redis.call('ZRANGEBYSCORE', set, '-inf', '(' .. now, 'LIMIT', 0, 100)) do
                    redis.call('ZREM', set, key)
                    if other then redis.call('ZREM', other, key) end
                  end
                end
                local function each_index(key, what)
                  local names = redis.call('HGET', ARGV[1] .. key, 'indices')
                  for name in string.gmatch(names or '', '[^\\n]+') do what(index(name)) end
                end
                -- The entry, and wherever it is listed.
                local function forget(key)
                  local kind = redis.call('HGET', ARGV[1] .. key, 'kind')
                  if kind then
                    redis.call('ZREM', due(kind), key)
                    redis.call('ZREM', ends(kind), key)
                  end
                  each_index(key, function(set) redis.call('ZREM', set, key) end)
                  redis.call('DEL', ARGV[1] .. key)
                end
                -- By when it expires.
                local function enlist(key, ends_at)
                  local kind = redis.call('HGET', ARGV[1] .. key, 'kind')
                  if kind then
                    sweep(ends(kind), due(kind))
                    redis.call('ZADD', ends(kind), ends_at, key)
                  end
                  each_index(key, function(set)
                    sweep(set)
                    redis.call('ZADD', set, ends_at, key)
                    redis.call('PEXPIREAT', set, redis.call('ZRANGE', set, -1, -1, 'WITHSCORES')[2])
                  end)
                end
                """ + lua);
    }

    private <T> T run(Script script, Function<Object, T> read, List<String> scriptKeys, Object... arguments) {
        var all = Stream.concat(NAMES.stream().map(prefix::concat), Stream.of(arguments));
        return connections.call(redis -> read.apply(script.run(redis, scriptKeys, all.toArray())));
    }

    private List<String> keysOf(String key) {
        return List.of(counter(), prefix + NAMES.get(0) + key);
    }

    private String counter() {
        return prefix + "version";
    }

    /** In milliseconds, rounded up: nothing is gone or due too soon. */
    private static long millis(Duration duration) {
        return duration.plusNanos(999_999).toMillis();
    }

    /** The version that was written; empty where nothing was. */
    private static OptionalLong version(Object answer) {
        return answer == null ? OptionalLong.empty() : OptionalLong.of((Long) answer);
    }

    /** One, or none: how many entries were changed. */
    private static boolean isDone(Object answer) {
        var number = (long) (Long) answer;
        if (number != 0 && number != 1) {
            throw new IllegalArgumentException("neither done nor not");
        }
        return number == 1;
    }

    private static List<?> parts(Object answer, int size) {
        var list = (List<?>) answer;
        if (list.size() != size) {
            throw new IllegalArgumentException("another number of answers");
        }
        return list;
    }

    @Override
    public Instant now() {
        return connections.call(redis -> {
            var time = parts(redis.executeCommand(Command.TIME), 2);
            return Instant.ofEpochSecond(number(time.get(0))).plus(number(time.get(1)), ChronoUnit.MICROS);
        });
    }

    private static long number(Object digits) {
        return Long.parseLong(new String((byte[]) digits, StandardCharsets.US_ASCII));
    }

    @Override
    public Optional<StoredEntry> find(String key) {
        return run(FIND, answer -> Optional.ofNullable(answer).map(RedisSessionStore::entry), keysOf(key), key);
    }

    private static StoredEntry entry(Object answer) {
        var entry = parts(answer, 5);
        return new StoredEntry(
                new String((byte[]) entry.get(0), StandardCharsets.UTF_8),
                (byte[]) entry.get(1),
                (Long) entry.get(2),
                Instant.ofEpochMilli((Long) entry.get(3)),
                isDone(entry.get(4)));
    }

    private static List<StoredEntry> entries(Object answer) {
        return ((List<?>) answer).stream().map(RedisSessionStore::entry).toList();
    }

    @Override
    public OptionalLong write(String key, long version, EntryContent content) {
        var own = Stream.of(
                key,
                version,
                content.value(),
                millis(content.lifetime()),
                content.kind().orElse(""),
                millis(content.dueIn()));
        var arguments = Stream.concat(own, content.indices().stream()).toArray();
        return run(WRITE, RedisSessionStore::version, keysOf(key), arguments);
    }

    @Override
    public boolean extend(String key, Duration lifetime) {
        return run(EXTEND, RedisSessionStore::isDone, keysOf(key), key, millis(lifetime));
    }

    @Override
    public boolean remove(String key, long version) {
        return run(REMOVE, RedisSessionStore::isDone, keysOf(key), key, version);
    }

    @Override
    public List<StoredEntry> claimDue(String kind, String node, Duration lease, int most) {
        return run(CLAIM_DUE, RedisSessionStore::entries, List.of(counter()), kind, node, millis(lease), most);
    }

    @Override
    public Optional<String> list(String index, Optional<String> after, int most, Consumer<StoredEntry> found) {
        var page = new ArrayList<StoredEntry>();
        var next = run(LIST, answer -> next(answer, page), List.of(counter()), index, after.orElse(FIRST_PAGE), most);
        page.forEach(found);
        return next.equals(FIRST_PAGE) ? Optional.empty() : Optional.of(next);
    }

    private static String next(Object answer, List<StoredEntry> page) {
        var parts = parts(answer, 2);
        page.addAll(entries(parts.get(1)));
        return new String((byte[]) parts.get(0), StandardCharsets.US_ASCII);
    }

    @Override
    public void check() {
        checking.run();
    }

    @Override
    public String place() {
        return connections.toString();
    }

    @Override
    public String toString() {
        return "RedisSessionStore[" + connections + "]";
    }

    /**
     * The work of one method on the server, atomically and by the server's clock. Called by its digest; a server that
     * does not know it is sent the text.
     */
    private static final class Script {
        /**
         * Begins each script: {@code now} in milliseconds, and {@code next_version}, by the counter that the first key
         * names: the time in microseconds, or one more than the last one where that is larger, so that versions grow
         * also where a failover has lost the last ones. Both are below 2^53, so that Lua's numbers hold them.
         */
        private static final String BEGINNING = """
                -- Redis 6.2 may be set to replicate scripts instead of what they do, which depends on the time.
                if redis.replicate_commands then redis.replicate_commands() end
                local time = redis.call('TIME')
                local now = time[1] * 1000 + math.floor(time[2] / 1000)
                local function next_version()
                  local last = tonumber(redis.call('GET', KEYS[1]) or 0)
                  local version = math.max(last + 1, time[1] * 1000000 + time[2])
                  redis.call('SET', KEYS[1], version)
                  return version
                end
                """;

        private final byte[] text;
        private final String digest;

        /** @param lua after the beginning */
        Script(String lua) {
            this.text = (BEGINNING + lua).getBytes(StandardCharsets.US_ASCII);
            try {
                this.digest = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-1").digest(text));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-1", e);
            }
        }

        /** @param arguments texts, numbers or bytes */
        Object run(Connection connection, List<String> keys, Object... arguments) {
            try {
                return connection.executeCommand(command(Command.EVALSHA, digest, keys, arguments));
            } catch (JedisNoScriptException e) {
                return connection.executeCommand(command(Command.EVAL, text, keys, arguments));
            }
        }

        private static CommandArguments command(
                Command command, Object script, List<String> keys, Object... arguments) {
            return new CommandArguments(command)
                    .add(script)
                    .add(keys.size())
                    .addObjects(keys)
                    .addObjects(arguments);
        }
    }
}
