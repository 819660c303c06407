package io.github.pscsdk.sessionstore.redis;

import io.github.pscsdk.time.internal.Scheduler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Settings of {@link RedisStores}. Not for several threads at once. */
public final class RedisStoresBuilder {
    // Without what an ACL pattern gives a meaning to.
    private static final Pattern PREFIX = Pattern.compile("[!-~&&[^*?\\[\\]\\\\^]]{1,50}");

    private final List<InetSocketAddress> servers;
    private final Optional<String> master;
    private Optional<RedisConnection.Credentials> credentials = Optional.empty();
    private Optional<RedisConnection.Credentials> sentinelCredentials = Optional.empty();
    private boolean isSecure;
    private Optional<KeyStore> trustedCertificates = Optional.empty();
    private KeyManager[] keyManagers = {};
    private String prefix = "psc:";
    private Duration callLimit = Duration.ofSeconds(3);
    private Duration connectLimit = Duration.ofSeconds(1);
    private int connections = 8;
    private Sockets.Names names = InetAddress::getAllByName;
    private Clock clock = Clock.systemUTC();

    RedisStoresBuilder(List<InetSocketAddress> servers, Optional<String> master) {
        this.servers = List.copyOf(servers);
        this.master = master;
    }

    /**
     * The ACL user of this service, and its password, which is copied; nobody unless set. The documentation of session
     * stores has the commands and keys that it needs.
     */
    public RedisStoresBuilder user(String name, char[] password) {
        return user(name, copied(password));
    }

    /**
     * The same with a password that may change, asked for at each new connection, by any thread; returns at once, an
     * array that nobody changes.
     */
    public RedisStoresBuilder user(String name, Supplier<char[]> password) {
        this.credentials = Optional.of(new RedisConnection.Credentials(name, password));
        return this;
    }

    /** As {@link #user(String, char[])} for the Sentinels, which have users of their own; nobody unless set. */
    public RedisStoresBuilder sentinelUser(String name, char[] password) {
        return sentinelUser(name, copied(password));
    }

    /** As {@link #user(String, Supplier)} for the Sentinels. */
    public RedisStoresBuilder sentinelUser(String name, Supplier<char[]> password) {
        this.sentinelCredentials = Optional.of(new RedisConnection.Credentials(name, password));
        return this;
    }

    private static Supplier<char[]> copied(char[] password) {
        var copy = Objects.requireNonNull(password, "password").clone();
        return () -> copy;
    }

    /**
     * TLS to servers and Sentinels, by the Java platform's authorities; off unless set. The certificate must be for the
     * name, or the address, by which a server is called.
     */
    public RedisStoresBuilder tls() {
        this.isSecure = true;
        return this;
    }

    /** The certification authorities to trust, instead of those of the Java platform; turns TLS on. */
    public RedisStoresBuilder trustedCertificates(KeyStore authorities) {
        this.trustedCertificates = Optional.of(Objects.requireNonNull(authorities, "authorities"));
        return tls();
    }

    /**
     * The certificate that this service shows, which Redis asks for unless it is set to {@code tls-auth-clients no};
     * none unless set. Turns TLS on.
     *
     * @param password of the key; not kept
     * @throws IllegalArgumentException if the password does not open it
     */
    public RedisStoresBuilder clientCertificate(KeyStore store, char[] password) {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(password, "password");
        try {
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            this.keyManagers = factory.getKeyManagers();
            return tls();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key store cannot be opened with this password", e);
        }
    }

    /**
     * How all keys begin; {@code psc:} unless set. Two services that share a server have one each.
     *
     * @param prefix 1 to 50 printable ASCII characters, none of them of a pattern
     * @throws IllegalArgumentException if it is anything else
     */
    public RedisStoresBuilder prefix(String prefix) {
        if (!PREFIX.matcher(Objects.requireNonNull(prefix, "prefix")).matches()) {
            throw new IllegalArgumentException(
                    "a prefix is 1 to 50 printable ASCII characters, without * ? [ ] ^ and \\");
        }
        this.prefix = prefix;
        return this;
    }

    /**
     * How long a call takes at most, with everything; 3 seconds unless set.
     *
     * @throws IllegalArgumentException if it is shorter than a millisecond, or over an hour
     */
    public RedisStoresBuilder callLimit(Duration limit) {
        this.callLimit = checked(limit, "callLimit");
        return this;
    }

    /**
     * How long one address, or one Sentinel, is tried at most before the next one, and each step until a connection can
     * be used; 1 second unless set.
     *
     * @throws IllegalArgumentException if it is shorter than a millisecond, or over an hour
     */
    public RedisStoresBuilder connectLimit(Duration limit) {
        this.connectLimit = checked(limit, "connectLimit");
        return this;
    }

    private static Duration checked(Duration limit, String name) {
        if (Objects.requireNonNull(limit, name).compareTo(Duration.ofMillis(1)) < 0
                || limit.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(name + " is a millisecond to an hour, not " + limit);
        }
        return limit;
    }

    /**
     * How many connections there are at most, and so calls at once; 8 unless set. Redis runs one script at a time.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public RedisStoresBuilder connections(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one connection is needed, not " + most);
        }
        this.connections = most;
        return this;
    }

    RedisStoresBuilder names(Sockets.Names lookUp) {
        this.names = lookUp;
        return this;
    }

    RedisStoresBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** The stores. No connection is opened: call {@link io.github.pscsdk.sessionstore.SessionStore#check} at start. */
    public RedisStores build() {
        var lookups = new ThreadPoolExecutor(
                0, connections, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), Scheduler.daemons("psc-redis-name"));
        var sockets =
                new Sockets(isSecure ? Optional.of(tlsSockets()) : Optional.empty(), connectLimit, names, lookups);
        Function<CallLimit, InetSocketAddress> address = master.<Function<CallLimit, InetSocketAddress>>map(
                        name -> new Sentinels(name, servers, sentinelCredentials, sockets))
                .orElseGet(() -> limit -> servers.get(0));
        var calls = new Connections(
                limit -> RedisConnection.toMaster(address.apply(limit), credentials, sockets, limit),
                new RedisFailures(description()),
                callLimit,
                connections,
                Scheduler.of(clock, "psc-redis-limit"));
        return new RedisStores(calls, prefix, lookups);
    }

    private String description() {
        var where = servers.stream()
                .map(server -> server.getHostString() + ":" + server.getPort())
                .collect(Collectors.joining(", "));
        return master.map(name -> "Redis " + name + " of the Sentinels " + where)
                .orElse("Redis at " + where);
    }

    private SSLSocketFactory tlsSockets() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trustedCertificates.orElse(null));
            var tls = SSLContext.getInstance("TLS");
            tls.init(keyManagers, trust.getTrustManagers(), null);
            return tls.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificates cannot be used on this Java platform", e);
        }
    }
}
