package io.github.pscsdk.sessionstore.redis;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultRedisCredentials;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisCredentials;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** A connection to a server of Redis, or a Sentinel, that knows who we are. One thread uses it at a time. */
final class RedisConnection implements AutoCloseable {
    private static final int ROLE_MILLIS = 1000;

    private final Sockets.Opened sockets;
    private final Connection jedis;

    private RedisConnection(Sockets.Opened sockets, Connection jedis) {
        this.sockets = sockets;
        this.jedis = jedis;
    }

    /** User and password, where the server wants them; prints neither. */
    record Credentials(String user, Supplier<char[]> password) {
        Credentials {
            if (Objects.requireNonNull(user, "user").isBlank()) {
                throw new IllegalArgumentException("the name of a user is not blank");
            }
            Objects.requireNonNull(password, "password");
        }

        RedisCredentials forJedis() {
            return new DefaultRedisCredentials(user, password.get());
        }

        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /** @throws JedisException also where nobody can be reached */
    static RedisConnection open(
            InetSocketAddress server, Optional<Credentials> credentials, Sockets sockets, CallLimit limit) {
        try {
            var opened = sockets.open(server, limit);
            try {
                return new RedisConnection(opened, authenticated(opened, credentials));
            } catch (RuntimeException e) {
                CallLimit.closeQuietly(opened.plain());
                throw e;
            }
        } catch (IOException e) {
            throw new JedisConnectionException(e);
        }
    }

    /** @throws JedisException where that server is not the one on which one writes now, too */
    static RedisConnection toMaster(
            InetSocketAddress server, Optional<Credentials> credentials, Sockets sockets, CallLimit limit) {
        var connection = open(server, credentials, sockets, limit);
        try {
            if (!connection.isToMaster()) {
                // As the server itself says where somebody writes.
                throw new JedisDataException("READONLY");
            }
            // From now on the limit of each call is enough.
            connection.jedis.setSoTimeout(0);
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection authenticated(Sockets.Opened opened, Optional<Credentials> credentials) {
        var settings = DefaultJedisClientConfig.builder()
                .autoNegotiateProtocol(false)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        credentials.map(Credentials::forJedis).ifPresent(settings::credentials);
        return new Connection(once(opened), settings.build());
    }

    /** Jedis would connect anew by itself, to whoever is there, and without a password. */
    private static JedisSocketFactory once(Sockets.Opened opened) {
        var socket = new AtomicReference<>(opened.secure());
        return () -> {
            var first = socket.getAndSet(null);
            if (first == null) {
                throw new JedisConnectionException(new SocketException("the connection has ended"));
            }
            return first;
        };
    }

    Connection jedis() {
        return jedis;
    }

    void use(CallLimit limit) throws IOException {
        limit.at(sockets.plain());
    }

    /**
     * Whether the server is still there, and the one on which one writes: a write to a connection that has ended has an
     * unknown end.
     */
    boolean isStillGood() {
        try {
            jedis.setSoTimeout(ROLE_MILLIS);
            var good = isToMaster();
            jedis.setSoTimeout(0);
            return good;
        } catch (RuntimeException e) {
            // Of Jedis, or of an answer that is none.
            return false;
        }
    }

    /** Asks for the server's role: a replica would answer whoever reads with what was. */
    private boolean isToMaster() {
        var role = (List<?>) jedis.executeCommand(Command.ROLE);
        return "master".equals(new String((byte[]) role.get(0), StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        CallLimit.closeQuietly(sockets.plain());
    }
}
