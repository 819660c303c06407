package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.httpclient.internal.HttpCalls;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.http.Bulkhead.Line;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Peer;
import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import io.github.pscsdk.time.internal.Deadlines;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * Whom one client calls: PSC, and the authorization server of each API. Each has threads and connections of its own, so
 * that one that hangs holds up nobody who calls another.
 */
public final class ClientConnections implements AutoCloseable {
    // Calls at once for each endpoint unless it hangs. At 50 ms those of polls make 480 a second, enough for 2,400
    // logins
    // that wait at an interval of 5 s; a host with more gives threads of its own.
    private static final Map<Endpoint, Integer> PSC_CALLS = Map.of(
            Endpoint.POLL, 24,
            Endpoint.TOKEN, 12,
            Endpoint.USERINFO, 12,
            Endpoint.BACKCHANNEL, 6,
            Endpoint.END_SESSION, 6,
            Endpoint.DISCOVERY, 2,
            Endpoint.KEYS, 2);
    private static final Map<Endpoint, Integer> API_CALLS = Map.of(Endpoint.API_TOKEN, 4, Endpoint.API_REVOCATION, 2);
    private static final int MOST_PSC_CALLS = 256;
    private static final int MOST_API_CALLS = 64;
    private static final int TIMES_ON_THREADS_OF_THE_HOST = 4;

    /** How long calls under way go on after a renewal. */
    static final Duration LAST_CALLS = ClientCalls.LONGEST.plusSeconds(1);

    private final ForwardProxy proxy;
    private final Optional<Executor> threads;
    private final Events events;
    private final String clientId;
    // By origin and client: no connection is shared by two clients.
    private final Map<Api, ClientCalls> apis = new ConcurrentHashMap<>();
    // The connections of before the last renewals, which may be in use.
    private final Set<ClientCalls> former = ConcurrentHashMap.newKeySet();
    private volatile Optional<KeyStore> authorities;
    private volatile ClientCalls psc;

    private record Api(String origin, ClientIdentity client) {}

    /** Which client we are, at PSC or at the authorization server of an API. */
    public record ClientIdentity(String clientId, ClientCredentials credentials) {}

    /**
     * @param authorities whom to trust instead of the Java platform's authorities
     * @param threads of the host, instead of our own
     */
    public ClientConnections(
            String clientId,
            ClientCredentials credentials,
            Optional<KeyStore> authorities,
            ForwardProxy proxy,
            Optional<Executor> threads,
            Events events) {
        this.clientId = clientId;
        this.authorities = authorities;
        this.proxy = proxy;
        this.threads = threads;
        this.events = events;
        this.psc = toPsc(credentials, authorities);
    }

    /**
     * Calls from now on have these, on connections of their own; those under way go on.
     *
     * @throws IllegalArgumentException if they cannot be used; then nothing has changed
     */
    public void renew(ClientCredentials credentials, Optional<KeyStore> trusted) {
        var renewed = toPsc(credentials, trusted);
        authorities = trusted;
        retire(psc);
        psc = renewed;
        for (var api : apis.keySet()) {
            // The next caller makes another one.
            Optional.ofNullable(apis.remove(api)).ifPresent(this::retire);
        }
    }

    private void retire(ClientCalls calls) {
        former.add(calls);
        // By the system's time, as the limits of the calls that go on meanwhile.
        Deadlines.after(LAST_CALLS, () -> {
            calls.close();
            former.remove(calls);
        });
    }

    /** To PSC, by the credentials of now: ask for it at each call. */
    public ClientCalls psc() {
        return psc;
    }

    /** To an endpoint of an API's authorization server, as that client. */
    public ClientCalls api(URI endpoint, ClientIdentity client) {
        return apis.computeIfAbsent(new Api(SecureUri.origin(endpoint), client), api -> toApi(client));
    }

    private ClientCalls toPsc(ClientCredentials credentials, Optional<KeyStore> trusted) {
        var tls = TlsMaterial.of(credentials.keyManagers(), trusted, proxy);
        return calls(Peer.PSC, new ClientIdentity(clientId, credentials), tls, "psc-http", PSC_CALLS, MOST_PSC_CALLS);
    }

    private ClientCalls toApi(ClientIdentity client) {
        var tls = TlsMaterial.of(client.credentials.keyManagers(), authorities, proxy);
        return calls(Peer.API_SERVER, client, tls, "psc-api-http", API_CALLS, MOST_API_CALLS);
    }

    private ClientCalls calls(
            Peer peer, ClientIdentity client, TlsMaterial tls, String name, Map<Endpoint, Integer> atOnce, int most) {
        var times = threads.isPresent() ? TIMES_ON_THREADS_OF_THE_HOST : 1;
        var bulkhead =
                threads.map(given -> new Bulkhead(given, times * most)).orElseGet(() -> Bulkhead.ofThreads(name, most));
        var lines = new EnumMap<Endpoint, Line>(Endpoint.class);
        atOnce.forEach((endpoint, calls) -> lines.put(endpoint, bulkhead.line(times * calls)));
        return new ClientCalls(peer, client, tls, lines, events);
    }

    /** Fails the calls under way and closes the connections. */
    @Override
    public void close() {
        psc.close();
        apis.values().forEach(ClientCalls::close);
        former.forEach(ClientCalls::close);
    }

    /** Whom a client trusts in TLS, the certificate that it shows, if it has one, and the proxy on the way. */
    record TlsMaterial(SSLSocketFactory sockets, X509TrustManager trust, ForwardProxy proxy) {
        /** @param authorities whom to trust instead of the Java platform's authorities */
        static TlsMaterial of(List<KeyManager> keyManagers, Optional<KeyStore> authorities, ForwardProxy proxy) {
            try {
                var trust = trustManager(authorities);
                if (trust.getAcceptedIssuers().length == 0) {
                    throw new IllegalArgumentException("there is no certification authority to trust");
                }
                var tls = SSLContext.getInstance("TLS");
                tls.init(keyManagers.toArray(KeyManager[]::new), new X509TrustManager[] {trust}, null);
                return new TlsMaterial(tls.getSocketFactory(), trust, proxy);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("the certificates cannot be used on this Java platform", e);
            }
        }

        private static X509TrustManager trustManager(Optional<KeyStore> authorities) throws GeneralSecurityException {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities.orElse(null));
            return (X509TrustManager) factory.getTrustManagers()[0];
        }

        OkHttpClient.Builder addTo(OkHttpClient.Builder client) {
            return HttpCalls.through(proxy, client).sslSocketFactory(sockets, trust);
        }
    }
}
