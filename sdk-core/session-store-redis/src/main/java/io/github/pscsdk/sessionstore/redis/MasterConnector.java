package io.github.pscsdk.sessionstore.redis;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Opens connections to the server on which one writes now.
 *
 * @param address where that server should be
 */
record MasterConnector(
        Function<CallLimit, InetSocketAddress> address,
        Optional<RedisConnection.Credentials> credentials,
        Sockets sockets)
        implements Function<CallLimit, RedisConnection> {

    @Override
    public RedisConnection apply(CallLimit limit) {
        var connection = RedisConnection.open(address.apply(limit), credentials, sockets, limit);
        try {
            if (!connection.isToMaster()) {
                // As the server itself says where somebody writes.
                throw new JedisDataException("READONLY");
            }
            return connection.withoutLimitOfSteps();
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
