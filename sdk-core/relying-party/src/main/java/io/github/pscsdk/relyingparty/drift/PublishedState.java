package io.github.pscsdk.relyingparty.drift;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.diagnosis.NetworkFailures;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import io.github.pscsdk.relyingparty.internal.http.HttpAnswer;
import io.github.pscsdk.relyingparty.internal.http.HttpCalls;
import io.github.pscsdk.relyingparty.internal.http.SecureUri;
import io.github.pscsdk.relyingparty.internal.json.DiscoveryDocument;
import io.github.pscsdk.relyingparty.internal.json.UnreadableJsonException;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * What Pro Santé Connect publishes to everybody, as it was fetched. No client is named and nobody is asked for anything.
 *
 * @param discovery the discovery document
 * @param keys the key set; empty where the document names none on the environment's host
 * @param protocol what the connection was protected by, such as {@code TLSv1.3}; empty on plain HTTP
 */
public record PublishedState(byte[] discovery, Optional<byte[]> keys, Optional<String> protocol) {

    /**
     * Fetches it; blocks for some seconds at most.
     *
     * @param trusted certification authorities instead of the Java platform's
     * @throws PscException if Pro Santé Connect cannot be reached or answers with an error
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static PublishedState read(PscEnvironment environment, Optional<KeyStore> trusted, Clock clock)
            throws PscException, InterruptedException {
        try (var http = new HttpCalls("nobody", new ClientCredentials.None(), trusted, clock)) {
            var discovery = get(http, environment.discovery(), "the discovery document");
            var address = keysOn(environment, discovery.body());
            var keys = address.isPresent()
                    ? Optional.of(get(http, address.get(), "the key set").body())
                    : Optional.<byte[]>empty();
            return new PublishedState(discovery.body(), keys, discovery.protocol());
        }
    }

    private static HttpAnswer get(HttpCalls http, URI uri, String what) throws PscException, InterruptedException {
        var answer = Futures.await(http.get(uri).exceptionally(failure -> {
            throw new CompletionException(named(Futures.causeOf(failure), what));
        }));
        if (!answer.isSuccess()) {
            throw answer.unexpectedStatus(what);
        }
        return answer;
    }

    private static PscException named(Throwable failure, String what) {
        var problem = failure instanceof HttpAnswer.TooLargeException
                ? LoginProblem.PSC_ANSWER_INVALID
                : NetworkFailures.problem(failure, false);
        return new PscException(problem, what + " did not arrive", failure);
    }

    /** Only on the host of the environment: a document that has changed must not send us elsewhere. */
    private static Optional<URI> keysOn(PscEnvironment environment, byte[] document) {
        try {
            return Optional.ofNullable(DiscoveryDocument.read(document).keys())
                    .filter(keys -> SecureUri.sameOrigin(environment.issuer(), keys));
        } catch (UnreadableJsonException e) {
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
