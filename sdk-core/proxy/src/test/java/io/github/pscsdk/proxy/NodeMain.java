package io.github.pscsdk.proxy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.pscsdk.proxy.internal.settings.StoreSource;
import io.github.pscsdk.proxy.internal.store.PostgresqlSource;
import io.github.pscsdk.proxy.internal.store.RedisSource;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.sessionstore.KeyRing;
import io.github.pscsdk.sessionstore.redis.RedisStores;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.LoggerFactory;

/** One node in a process of its own, whose clock may be wrong. */
final class NodeMain {
    private NodeMain() {}

    /** Port, public base, issuer, login page, store, file of the key ring, seconds by which the clock is ahead. */
    public static void main(String... arguments) throws Exception {
        // Otherwise it writes down each byte that it receives.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.INFO);
        var server = start(arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.drain();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            server.close();
        }));
    }

    /** The node of these arguments, in this process. */
    static ProxyServer start(String... arguments) throws Exception {
        var ring = KeyRing.read(Path.of(arguments[5]));
        var environment = PscEnvironment.custom(URI.create(arguments[2]), URI.create(arguments[3]));
        return ProxyServer.builder(environment)
                .address(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])))
                .publicBaseUri(URI.create(arguments[1]))
                .client(Cluster.CLIENT, ClientAuthentication.clientSecretBasic(Cluster.SECRET))
                .application("one", ProxyServerBuilder.sha256Of(Bench.TOKEN))
                .limits(1_000_000, 1_000_000, Duration.ofMinutes(1))
                .stopWithin(Duration.ofSeconds(5))
                .stores(source(URI.create(arguments[4]), ring))
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.parseLong(arguments[6]))))
                .start();
    }

    private static StoreSource source(URI store, KeyRing ring) {
        var server = InetSocketAddress.createUnresolved("127.0.0.1", Math.max(store.getPort(), 0));
        return switch (store.getScheme()) {
            case "redis" -> new RedisSource(RedisStores.server(server), List.of(), ring);
            case "redis-sentinel" ->
                new RedisSource(RedisStores.sentinels(store.getPath().substring(1), List.of(server)), List.of(), ring);
            default ->
                new PostgresqlSource(store.toString(), "postgres", "any: it trusts this machine"::toCharArray, ring);
        };
    }
}
