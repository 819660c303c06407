package io.github.pscsdk.proxytools.internal.drift;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.ForwardProxy;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.proxy.internal.diagnosis.NetworkFailures;
import io.github.pscsdk.proxy.internal.json.FlatDocument;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.async.Events;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Peer;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import io.github.pscsdk.relyingparty.internal.profile.SecureUri;
import java.io.IOException;
import java.net.URI;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * The public documents of PSC, as they were fetched; no client is named.
 *
 * @param discovery the discovery document
 * @param keys the key set; empty where the document names none on the environment's host
 * @param protocol of the connection, such as {@code TLSv1.3}; empty on plain HTTP
 */
public record PublishedState(byte[] discovery, Optional<byte[]> keys, Optional<String> protocol) {
    /**
     * Fetches it; blocks for some seconds at most.
     *
     * @param trusted certification authorities instead of the Java platform's
     * @throws PscException if Pro Santé Connect cannot be reached or answers with an error
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static PublishedState read(PscEnvironment environment, Optional<KeyStore> trusted)
            throws PscException, InterruptedException {
        try (var connections = new ClientConnections(
                "nobody", ClientCredentials.none(), trusted, ForwardProxy.ofJava(), Optional.empty(), Events.NONE)) {
            var http = connections.psc();
            var discovery = get(http, Endpoint.DISCOVERY, environment.discovery(), "the discovery document");
            var address = keysOn(environment, discovery.body());
            var keys = address.isPresent()
                    ? Optional.of(get(http, Endpoint.KEYS, address.get(), "the key set")
                            .body())
                    : Optional.<byte[]>empty();
            return new PublishedState(discovery.body(), keys, discovery.tlsVersion());
        }
    }

    private static HttpResponse get(ClientCalls http, Endpoint endpoint, URI uri, String what)
            throws PscException, InterruptedException {
        var response = Futures.await(http.get(endpoint, uri).exceptionally(failure -> {
            throw new CompletionException(named(Futures.causeOf(failure), what));
        }));
        if (!response.isSuccess()) {
            throw Peer.PSC.unexpectedStatus(what, response);
        }
        return response;
    }

    private static Throwable named(Throwable failure, String what) {
        return failure instanceof PscException known && known.problem() == LoginProblem.PSC_UNAVAILABLE
                ? new PscException(NetworkFailures.problem(known, false), what + " did not arrive", known)
                : failure;
    }

    /** Only on the host of the environment: a document that has changed must not send us elsewhere. */
    private static Optional<URI> keysOn(PscEnvironment environment, byte[] document) {
        try {
            return FlatDocument.read(document).values("jwks_uri").stream()
                    .map(URI::create)
                    .filter(keys -> SecureUri.isOn(environment.issuer(), keys))
                    .findFirst();
        } catch (IOException | IllegalArgumentException e) {
            // Told by the comparison of the document itself.
            return Optional.empty();
        }
    }

    /** Prints sizes only. */
    @Override
    public String toString() {
        return "PublishedState[" + discovery.length + " bytes, " + protocol.orElse("plain") + "]";
    }
}
