package io.github.pscsdk.sessionstore.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * The work of one method on the server, atomically and by the server's clock. Called by its digest; a server that does
 * not know it is sent the text.
 */
final class Script {
    /**
     * Begins each script: {@code now} in milliseconds, and {@code next_version}, by the counter that the first key
     * names: the time in microseconds, or one more than the last one where that is larger, so that versions grow also
     * where a failover has lost the last ones. Both are below 2^53, so that Lua's numbers hold them.
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
            this.digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
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

    private static CommandArguments command(Command command, Object script, List<String> keys, Object... arguments) {
        return new CommandArguments(command)
                .add(script)
                .add(keys.size())
                .addObjects(keys)
                .addObjects(arguments);
    }
}
