package io.github.pscsdk.relyingparty.internal.http;

import io.github.pscsdk.httpclient.Bulkhead;
import java.net.URI;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Whom one client calls: PSC, and the authorization server of each API. Each has threads and connections of its own, so that one that
 * hangs holds up nobody who calls another.
 */
public final class ClientConnections implements AutoCloseable {
    // A call holds a thread as long as its peer is away. At 50 ms these make 480 polls a second, enough for 2,400
    // logins that wait at
    // an interval of 5 s; a host with more gives threads of its own.
    private static final int PSC_CALLS = 24;
    private static final int API_CALLS = 4;
    private static final int CALLS_ON_THREADS_OF_THE_HOST = 256;

    private final String clientId;
    private final ClientCredentials credentials;
    private final TlsMaterial tls;
    private final Optional<Executor> threads;
    private final ClientCalls psc;
    private final Map<String, ClientCalls> apis = new ConcurrentHashMap<>();

    /**
     * @param authorities whom to trust instead of the Java platform's authorities
     * @param threads of the host, instead of our own
     */
    public ClientConnections(
            String clientId,
            ClientCredentials credentials,
            Optional<KeyStore> authorities,
            Optional<Executor> threads) {
        this.clientId = clientId;
        this.credentials = credentials;
        this.tls = TlsMaterial.of(credentials.keyManagers(), authorities);
        this.threads = threads;
        this.psc = calls(Peer.PSC, "psc-http", PSC_CALLS);
    }

    public ClientCalls psc() {
        return psc;
    }

    /** To the authorization server of an API, by its token endpoint. */
    public ClientCalls api(URI tokenEndpoint) {
        return apis.computeIfAbsent(
                SecureUri.origin(tokenEndpoint), origin -> calls(Peer.API_SERVER, "psc-api-http", API_CALLS));
    }

    private ClientCalls calls(Peer peer, String name, int atOnce) {
        var bulkhead = threads.map(given -> Bulkhead.on(given, CALLS_ON_THREADS_OF_THE_HOST))
                .orElseGet(() -> Bulkhead.ofThreads(name, atOnce));
        return new ClientCalls(peer, clientId, credentials, tls, bulkhead);
    }

    /** Fails the calls under way and closes the connections. */
    @Override
    public void close() {
        psc.close();
        apis.values().forEach(ClientCalls::close);
    }
}
