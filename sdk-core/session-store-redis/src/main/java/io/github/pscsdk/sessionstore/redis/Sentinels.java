package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.sessionstore.StoreException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Asks Sentinels where the master is, at each new connection, as the guidelines for clients of Redis Sentinel have it.
 */
final class Sentinels implements Function<CallLimit, InetSocketAddress> {
    private final String master;
    private final List<InetSocketAddress> sentinels;
    private final Optional<RedisConnection.Credentials> credentials;
    private final Sockets sockets;
    // The one that answered, or the one after those that did not.
    private final AtomicInteger first = new AtomicInteger();

    Sentinels(
            String master,
            List<InetSocketAddress> sentinels,
            Optional<RedisConnection.Credentials> credentials,
            Sockets sockets) {
        this.master = master;
        this.sentinels = sentinels;
        this.credentials = credentials;
        this.sockets = sockets;
    }

    @Override
    public InetSocketAddress apply(CallLimit limit) {
        JedisException failure = new JedisConnectionException("there is no Sentinel");
        var isUnknown = false;
        for (var i = 0; i < sentinels.size(); i++) {
            try {
                var address = ask(sentinels.get(Math.floorMod(first.get(), sentinels.size())), limit);
                if (address.isPresent()) {
                    return address.get();
                }
                isUnknown = true;
            } catch (JedisException e) {
                failure = e;
            }
            // The next call begins with the next one, also where this one has taken all of the time.
            first.incrementAndGet();
            if (limit.left().isZero()) {
                break;
            }
        }
        if (isUnknown) {
            throw StoreException.unreadable(
                    "the Sentinels know no master of that name: correct the settings of this service");
        }
        throw failure;
    }

    private Optional<InetSocketAddress> ask(InetSocketAddress sentinel, CallLimit limit) {
        try (var connection = RedisConnection.open(sentinel, credentials, sockets, limit)) {
            var answer = (List<?>) connection
                    .jedis()
                    .executeCommand(new CommandArguments(Command.SENTINEL)
                            .add("GET-MASTER-ADDR-BY-NAME")
                            .add(master));
            return Optional.ofNullable(answer)
                    .map(parts -> InetSocketAddress.createUnresolved(
                            text(parts.get(0)), Integer.parseInt(text(parts.get(1)))));
        }
    }

    private static String text(Object part) {
        return new String((byte[]) part, StandardCharsets.UTF_8);
    }
}
