package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.async.Futures.checked;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.CallFailure;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.async.CachedValue;
import io.github.pscsdk.relyingparty.internal.async.Events.Endpoint;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.http.ClientCalls.Peer;
import io.github.pscsdk.relyingparty.internal.http.ClientConnections;
import io.github.pscsdk.relyingparty.internal.json.ProviderMetadata;
import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson.UnreadableJsonException;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** PSC's metadata and keys, kept and refreshed. */
public final class Provider {
    private static final Duration MAX_AGE = Duration.ofHours(1);

    private final ClientConnections connections;
    private final PscEnvironment environment;
    private final boolean certificate;
    private final Optional<java.security.Provider> signatures;
    private final CachedValue<ProviderMetadata> metadata;
    private final KeySetCache keys;

    /**
     * @param certificate whether the client shows one in the TLS handshake
     * @param signatures checks RSA signatures, instead of the Java platform
     */
    public Provider(
            PscEnvironment environment,
            boolean certificate,
            ClientConnections connections,
            Optional<java.security.Provider> signatures,
            Scheduler timers) {
        this.connections = connections;
        this.environment = environment;
        this.certificate = certificate;
        this.signatures = signatures;
        this.metadata = new CachedValue<>("PSC's metadata", this::fetchMetadata, MAX_AGE, timers);
        this.keys = new KeySetCache(new CachedValue<>("PSC's keys", this::fetchKeys, MAX_AGE, timers), timers);
    }

    public CompletableFuture<ProviderMetadata> metadata() {
        return metadata.get();
    }

    /** The same as PSC says it now; fails where PSC is away. */
    public CompletableFuture<ProviderMetadata> freshMetadata() {
        return metadata.refetch();
    }

    /** Metadata and keys are kept, and the keys ready; fails where they could not be fetched. */
    public CompletableFuture<Void> fetched() {
        return keys.keys.get().thenAccept(PublishedKeys::tryOut);
    }

    public boolean isFetched() {
        return metadata.isKept() && keys.keys.isKept();
    }

    public KeySetCache keys() {
        return keys;
    }

    private CompletableFuture<ProviderMetadata> fetchMetadata() {
        return connections
                .psc()
                .get(Endpoint.DISCOVERY, environment.discovery())
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(named(Futures.causeOf(failure))))
                .thenApply(checked(this::readMetadata));
    }

    /** Names the address, a setting that may be wrong. */
    private Throwable named(Throwable failure) {
        if (failure instanceof PscException known) {
            var why = known.getCause() == null ? "no answer that can be read" : CallFailure.reason(known.getCause());
            return new PscException(known.problem(), discovery() + ": " + why, known.getCause());
        }
        return failure;
    }

    private String discovery() {
        return "the discovery document " + environment.discovery();
    }

    private ProviderMetadata readMetadata(HttpResponse response) throws PscException {
        demandSuccess(response, discovery());
        try {
            return ProviderMetadata.read(response.body(), environment, certificate);
        } catch (UnreadableJsonException e) {
            throw new PscException(LoginProblem.PSC_ANSWER_INVALID, discovery(), e);
        }
    }

    private CompletableFuture<PublishedKeys> fetchKeys() {
        return metadata()
                .thenCompose(m -> connections.psc().get(Endpoint.KEYS, m.keys()))
                .thenApply(checked(response -> {
                    demandSuccess(response, "the key set");
                    return PublishedKeys.parse(response.body(), signatures);
                }));
    }

    private static void demandSuccess(HttpResponse response, String what) throws PscException {
        if (!response.isSuccess()) {
            throw Peer.PSC.unexpectedStatus(what, response);
        }
    }

    /**
     * PSC's published keys. An unknown key id leads to one fetch, since PSC rotates its keys; a fruitless one to none
     * for a while, so that bad tokens cannot make us hammer PSC.
     */
    public static final class KeySetCache {
        private static final Duration PAUSE_AFTER_FRUITLESS_FETCH = Duration.ofSeconds(10);

        private final CachedValue<PublishedKeys> keys;
        private final Scheduler timers;
        private volatile Optional<Duration> fruitlessAt = Optional.empty();

        KeySetCache(CachedValue<PublishedKeys> keys, Scheduler timers) {
            this.keys = keys;
            this.timers = timers;
        }

        /** The keys, refetched where none of them suits; none may do then either. */
        CompletableFuture<PublishedKeys> with(Predicate<PublishedKeys> suits) {
            var wereKept = keys.isKept();
            return keys.get().thenCompose(known -> {
                if (wereKept && !suits.test(known)) {
                    return refetched(known, suits);
                }
                if (!suits.test(known)) {
                    // They were fetched for this token.
                    pause();
                }
                return CompletableFuture.completedFuture(known);
            });
        }

        /** Refetched, where a signature is wrong by a key without an id: it may be another one now. */
        CompletableFuture<PublishedKeys> newerThan(PublishedKeys known) {
            return refetched(known, fresh -> false);
        }

        private CompletableFuture<PublishedKeys> refetched(PublishedKeys known, Predicate<PublishedKeys> isFruitful) {
            var pauses = fruitlessAt
                    .filter(at -> timers.elapsed().minus(at).compareTo(PAUSE_AFTER_FRUITLESS_FETCH) < 0)
                    .isPresent();
            if (pauses) {
                return CompletableFuture.completedFuture(known);
            }
            return keys.refetch().handle((fresh, failure) -> {
                if (failure != null || !isFruitful.test(fresh)) {
                    pause();
                }
                return failure == null ? fresh : known;
            });
        }

        private void pause() {
            fruitlessAt = Optional.of(timers.elapsed());
        }
    }
}
