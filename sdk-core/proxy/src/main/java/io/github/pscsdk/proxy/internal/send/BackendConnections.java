package io.github.pscsdk.proxy.internal.send;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.proxy.internal.settings.Backend;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration.RegisteredClient;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.time.internal.Scheduler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * The connections to the backends. Each certificate has its own: that of a backend's own client, else that of the
 * client id of the session. Requests without a certificate share theirs.
 */
public final class BackendConnections implements AutoCloseable {
    /** To one backend at once, for methods that may be repeated, and as many again for the others. */
    static final int CONNECTIONS = 64;

    /** How many requests wait for one of these; those for which one is just being opened are among them. */
    static final int WAITING = 128;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    // Servers close idle connections after some seconds, without saying so.
    private static final Duration IDLE = Duration.ofMillis(800);
    private static final int RESOLVER_IDLE_SECONDS = 10;
    // In bytes: as much as the server takes, 8 KiB, and the longest token, 16 KiB.
    private static final int LONGEST_REQUEST_HEAD = 32 * 1024;
    // Less than the server can write.
    private static final int LONGEST_RESPONSE_HEAD = 8 * 1024;

    private final Executor threads;
    private final ForwardProxy proxy;
    private final Lookup lookup;
    private final Map<String, CompletableFuture<InetAddress[]>> lookups = new ConcurrentHashMap<>();
    // The JDK blocks a thread for each host for as long as a name server is silent: no host needs that of another one.
    private final ThreadPoolExecutor resolver = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            RESOLVER_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Scheduler.daemons("proxy-backends-resolver"));
    private final ScheduledExecutorScheduler timer = new ScheduledExecutorScheduler("proxy-backends-timer", true);
    private final List<HttpClient> started = new ArrayList<>();
    private final HttpClient shared;
    private final Map<Owner, HttpClient> ofOwners = new HashMap<>();

    /** As {@link InetAddress#getAllByName}, which blocks. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** A client id, or a backend with a client of its own. */
    private record Owner(boolean isBackend, String name) {}

    /**
     * Connects to nobody yet.
     *
     * @param proxy through which they go, where it has an address
     * @param threads run what there is to do, one of them for good for each certificate; nothing blocks them
     * @throws IllegalArgumentException if a certificate cannot be used
     */
    public BackendConnections(
            List<RegisteredClient> clients,
            List<Backend> backends,
            Optional<KeyStore> trusted,
            ForwardProxy proxy,
            Executor threads) {
        this(clients, backends, trusted, proxy, threads, InetAddress::getAllByName);
    }

    BackendConnections(
            List<RegisteredClient> clients,
            List<Backend> backends,
            Optional<KeyStore> trusted,
            ForwardProxy proxy,
            Executor threads,
            Lookup lookup) {
        this.threads = threads;
        this.proxy = proxy;
        this.lookup = lookup;
        LifeCycle.start(timer);
        try {
            shared = connections(List.of(), trusted);
            for (var owner : owners(clients, backends).entrySet()) {
                var keys = owner.getValue().keyManagers();
                ofOwners.put(owner.getKey(), keys.isEmpty() ? shared : connections(keys, trusted));
            }
        } catch (GeneralSecurityException e) {
            close();
            throw new IllegalArgumentException("a certificate of the configuration cannot be used", e);
        }
    }

    /**
     * New connections have these certificates, by the same methods as before, and trust these authorities; those that
     * are open serve on.
     */
    public void renew(List<RegisteredClient> clients, List<Backend> backends, Optional<KeyStore> trusted) {
        try {
            reload(shared, List.of(), trusted);
            for (var owner : owners(clients, backends).entrySet()) {
                var keys = owner.getValue().keyManagers();
                if (!keys.isEmpty()) {
                    reload(Objects.requireNonNull(ofOwners.get(owner.getKey()), "an owner"), keys, trusted);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a certificate of the configuration cannot be used", e);
        }
    }

    private static void reload(HttpClient client, List<KeyManager> keys, Optional<KeyStore> trusted)
            throws GeneralSecurityException {
        var tls = tls(keys, trusted);
        try {
            client.getSslContextFactory().reload(factory -> factory.setSslContext(tls));
        } catch (Exception e) {
            // Jetty declares no other.
            throw new GeneralSecurityException("the connections cannot be renewed", e);
        }
    }

    /** Connections that show these keys and trust these authorities; empty means those of the Java platform. */
    public static SSLContext tls(List<KeyManager> keys, Optional<KeyStore> trusted) throws GeneralSecurityException {
        var authorities = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        // Null means the Java platform's own authorities to this factory.
        authorities.init(trusted.orElse(null));
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.toArray(KeyManager[]::new), authorities.getTrustManagers(), new SecureRandom());
        return tls;
    }

    /** How many threads {@link #BackendConnections} takes for good. */
    public static int threads(List<RegisteredClient> clients, List<Backend> backends) {
        var certificates = owners(clients, backends).values().stream()
                .filter(authentication -> !authentication.keyManagers().isEmpty())
                .count();
        return 1 + (int) certificates;
    }

    private static Map<Owner, ClientAuthentication> owners(List<RegisteredClient> clients, List<Backend> backends) {
        var owners = new LinkedHashMap<Owner, ClientAuthentication>();
        clients.forEach(client -> owners.put(new Owner(false, client.id()), client.authentication()));
        // The client that the proxy is at the backend's authorization server, where that is another one than at Pro
        // Santé Connect.
        backends.forEach(backend -> backend.audience()
                .flatMap(audience -> audience.client().authentication())
                .ifPresent(own -> owners.put(new Owner(true, backend.name()), own)));
        return owners;
    }

    /**
     * To that backend, in a session of that client id: under the certificate that the backend's tokens are bound to.
     */
    HttpClient of(String clientId, Backend backend) {
        var own = ofOwners.get(new Owner(true, backend.name()));
        return own != null ? own : ofOwners.getOrDefault(new Owner(false, clientId), shared);
    }

    private HttpClient connections(List<KeyManager> keys, Optional<KeyStore> trusted) throws GeneralSecurityException {
        var secure = new SslContextFactory.Client();
        secure.setSslContext(tls(keys, trusted));
        var connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setSslContextFactory(secure);
        var client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setExecutor(threads);
        client.setScheduler(timer);
        client.setSocketAddressResolver(this::resolve);
        client.setConnectTimeout(CONNECT_TIMEOUT.toMillis());
        // Only a connection that is open may be idle: to open one may take longer than that.
        client.setIdleTimeout(CONNECT_TIMEOUT.toMillis());
        client.addBean(new Connection.Listener() {
            @Override
            public void onOpened(Connection connection) {
                connection.getEndPoint().setIdleTimeout(IDLE.toMillis());
            }
        });
        client.setMaxConnectionsPerDestination(CONNECTIONS);
        client.setMaxRequestsQueuedPerDestination(WAITING);
        client.setMaxRequestHeadersSize(LONGEST_REQUEST_HEAD);
        client.setMaxResponseHeadersSize(LONGEST_RESPONSE_HEAD);
        // Nothing that passes here is ours: nothing is added, followed, kept or unpacked.
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setDefaultRequestContentType(null);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        proxy.address().ifPresent(address -> goThrough(address, client));
        LifeCycle.start(client);
        started.add(client);
        client.getContentDecoderFactories().clear();
        client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        client.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
        return client;
    }

    /** Looks up a host once at a time for all who ask meanwhile, each of whom waits no longer than for a connection. */
    private void resolve(
            String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> addresses) {
        var told = lookups.computeIfAbsent(host, name -> CompletableFuture.supplyAsync(() -> find(name), resolver))
                .copy();
        var limit = timer.schedule(
                () -> told.completeExceptionally(new TimeoutException("a name server is silent")),
                CONNECT_TIMEOUT.toMillis(),
                TimeUnit.MILLISECONDS);
        told.whenCompleteAsync(
                (found, failure) -> {
                    limit.cancel();
                    if (failure == null) {
                        addresses.succeeded(Arrays.stream(found)
                                .map(address -> new InetSocketAddress(address, port))
                                .toList());
                    } else {
                        addresses.failed(Futures.causeOf(failure));
                    }
                },
                threads);
    }

    private InetAddress[] find(String host) {
        try {
            return lookup.addresses(host);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        } finally {
            // Before anybody learns of it: the next one who asks has a new lookup.
            lookups.remove(host);
        }
    }

    private void goThrough(InetSocketAddress address, HttpClient client) {
        var hop = new HttpProxy(address.getHostString(), address.getPort()) {
            @Override
            public boolean matches(Origin origin) {
                return proxy.isFor(URI.create(origin.asString()));
            }
        };
        client.getProxyConfiguration().addProxy(hop);
        proxy.authorization()
                .ifPresent(login ->
                        client.getAuthenticationStore().addAuthenticationResult(new ProxyLogin(hop.getURI(), login)));
    }

    /** Shows a name and a password to the proxy. */
    private record ProxyLogin(URI proxy, String login) implements Authentication.Result {
        @Override
        public URI getURI() {
            return proxy;
        }

        @Override
        public void apply(Request request) {
            request.headers(headers -> headers.put(HttpHeader.PROXY_AUTHORIZATION, login));
        }

        /** Without the login. */
        @Override
        public String toString() {
            return "ProxyLogin[…]";
        }
    }

    /** Closes the connections; what is going on fails. */
    @Override
    public void close() {
        started.forEach(client -> LifeCycle.stop(client));
        LifeCycle.stop(timer);
        resolver.shutdownNow();
    }
}
