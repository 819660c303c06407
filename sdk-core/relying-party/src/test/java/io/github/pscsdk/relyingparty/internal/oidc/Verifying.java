package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.internal.async.CachedValue;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.json.IdTokenClaims;
import io.github.pscsdk.relyingparty.internal.oidc.Provider.KeySetCache;
import io.github.pscsdk.relyingparty.internal.oidc.TokenVerifier.Expected;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A verifier that knows the keys of {@link SignedTokens}, and what to expect of it. */
final class Verifying {
    private final TokenVerifier verifier;

    private Verifying(Set<String> algorithms, byte[] keys, AcrPolicy acr) {
        var timers = Scheduler.of(VirtualClock.standing(), "test");
        var clock = Clock.fixed(SignedTokens.NOW, ZoneOffset.UTC);
        var expected = new Expected(SignedTokens.ISSUER, SignedTokens.CLIENT, algorithms, acr, Duration.ofSeconds(60));
        var published = new CachedValue<>("keys", () -> parsed(keys), Duration.ofHours(1), timers);
        verifier = new TokenVerifier(new KeySetCache(published, timers), expected, clock);
    }

    static Verifying byDefault() {
        return with(AcrPolicy.DEFAULT);
    }

    static Verifying with(AcrPolicy acr) {
        return new Verifying(
                Set.of("RS256"),
                SignedTokens.published(SignedTokens.KEY, SignedTokens.OTHER_KEY, SignedTokens.EC_KEY),
                acr);
    }

    static Verifying accepting(String... algorithms) {
        return new Verifying(
                Set.of(algorithms), SignedTokens.published(SignedTokens.KEY, SignedTokens.EC_KEY), AcrPolicy.DEFAULT);
    }

    static Verifying knowing(byte[] keys) {
        return new Verifying(Set.of("RS256"), keys, AcrPolicy.DEFAULT);
    }

    private static CompletableFuture<PublishedKeys> parsed(byte[] keys) {
        try {
            return CompletableFuture.completedFuture(PublishedKeys.parse(keys));
        } catch (PscException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    IdTokenClaims verify(String token) throws PscException, InterruptedException {
        return verify(token, Optional.of(SignedTokens.NONCE));
    }

    IdTokenClaims verify(String token, Optional<String> nonce) throws PscException, InterruptedException {
        return Futures.await(verifier.verify(token, SignedTokens.ACCESS_TOKEN, nonce));
    }

    void accepts(String token) throws Exception {
        assertEquals(
                "f:00000000-0000-4000-8000-000000000001:899999100011",
                verify(token).subject());
    }

    /** @param why part of the message: that it was refused for the right reason */
    void rejects(String token, String why) {
        var failure = assertThrows(PscException.class, () -> verify(token));
        assertEquals(LoginProblem.ID_TOKEN_REJECTED, failure.problem());
        assertEquals("PSC-023 ID_TOKEN_REJECTED: " + why, failure.getMessage());
    }
}
