package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.CLIENT;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.KEY;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.NOW;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.OTHER_KEY;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.header;
import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.sign;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.AcrPolicy;
import io.github.pscsdk.relyingparty.internal.async.CachedValue;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.oidc.Provider.KeySetCache;
import io.github.pscsdk.relyingparty.internal.oidc.TokenVerifier.Expected;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one valid logout token, and one change per test. */
class LogoutTokenTest {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final String NOT_A_LOGOUT = "it is not about a logout";
    private static final String NOBODY = "it names neither a session nor a person";
    private static final String OTHER_KIND = "it is a token of another kind";
    private static final String NO_TIMES = "it lacks exp or iat";

    private final TokenVerifier verifier = verifier();

    static TokenVerifier verifier() {
        var timers = Scheduler.of(VirtualClock.standing(), "test");
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var expected =
                new Expected(SignedTokens.ISSUER, CLIENT, Set.of("RS256"), AcrPolicy.DEFAULT, Duration.ofSeconds(60));
        var keys = new CachedValue<>("keys", LogoutTokenTest::published, Duration.ofHours(1), timers);
        return new TokenVerifier(new KeySetCache(keys, timers), expected, clock);
    }

    private static CompletableFuture<PublishedKeys> published() {
        try {
            return CompletableFuture.completedFuture(PublishedKeys.parse(SignedTokens.published(KEY)));
        } catch (PscException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    static Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", SignedTokens.ISSUER);
        claims.put("aud", CLIENT);
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.plusSeconds(120).getEpochSecond());
        claims.put("jti", "a-logout-token-of-the-test");
        claims.put("sub", "f:00000000-0000-4000-8000-000000000001:899999100011");
        claims.put("sid", "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10");
        claims.put("typ", "Logout");
        claims.put("events", Map.of(EVENT, Map.of()));
        return claims;
    }

    private static String with(Consumer<Map<String, Object>> change) {
        var claims = claims();
        change.accept(claims);
        return sign(
                header(JWSAlgorithm.RS256, KEY.getKeyID())
                        .type(new JOSEObjectType("logout+jwt"))
                        .build(),
                claims,
                KEY);
    }

    private static String without(String claim) {
        return with(claims -> claims.remove(claim));
    }

    private void accepts(String token) throws Exception {
        assertEquals(
                "a-logout-token-of-the-test",
                Futures.await(verifier.verifyLogout(token)).id());
    }

    private void rejects(String token, String why) {
        var failure = assertThrows(PscException.class, () -> Futures.await(verifier.verifyLogout(token)));
        assertEquals(LoginProblem.LOGOUT_TOKEN_REJECTED, failure.problem());
        assertEquals("PSC-026 LOGOUT_TOKEN_REJECTED: " + why, failure.getMessage());
    }

    @Test
    void the_valid_token_is_accepted() throws Exception {
        accepts(with(claims -> {}));
    }

    @Test
    void signed_by_another_key() {
        var forged = sign(header(JWSAlgorithm.RS256, KEY.getKeyID()).build(), claims(), OTHER_KEY);

        rejects(forged, "its signature is wrong");
    }

    @Test
    void garbage() {
        rejects("", "it is not a signed token");
        rejects("..", "it cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "logout+jwt", "LOGOUT+JWT"})
    void a_header_type_that_a_logout_token_may_have(String type) throws Exception {
        accepts(sign(
                header(JWSAlgorithm.RS256, KEY.getKeyID())
                        .type(new JOSEObjectType(type))
                        .build(),
                claims(),
                KEY));
    }

    @Test
    void no_header_type() throws Exception {
        accepts(sign(header(JWSAlgorithm.RS256, KEY.getKeyID()).build(), claims(), KEY));
    }

    @Test
    void the_header_type_of_an_access_token() {
        var token = sign(
                header(JWSAlgorithm.RS256, KEY.getKeyID())
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims(),
                KEY);

        rejects(token, OTHER_KIND);
    }

    @Test
    void wrong_issuer() {
        rejects(with(claims -> claims.put("iss", SignedTokens.ISSUER + "/")), "another issuer made it");
        rejects(without("iss"), "another issuer made it");
    }

    @Test
    void wrong_audience() {
        rejects(with(claims -> claims.put("aud", List.of("another-client"))), "it is for another client");
        rejects(with(claims -> claims.put("aud", List.of())), "it is for another client");
        rejects(without("aud"), "it is for another client");
    }

    @Test
    void the_audience_as_an_array() throws Exception {
        accepts(with(claims -> claims.put("aud", List.of(CLIENT))));
    }

    @Test
    void expired() {
        rejects(with(claims -> claims.put("exp", NOW.getEpochSecond() - 60)), "it has expired");
    }

    @Test
    void expired_within_the_leeway() throws Exception {
        accepts(with(claims -> claims.put("exp", NOW.getEpochSecond() - 59)));
    }

    @Test
    void no_times() {
        rejects(without("exp"), NO_TIMES);
        rejects(without("iat"), NO_TIMES);
    }

    @Test
    void made_in_the_future() {
        rejects(with(claims -> claims.put("iat", NOW.getEpochSecond() + 61)), "it was made in the future");
    }

    @Test
    void made_too_long_ago_however_late_it_expires() {
        rejects(with(claims -> claims.put("iat", NOW.getEpochSecond() - 661)), "it was made too long ago");
    }

    @Test
    void a_session_is_enough() throws Exception {
        accepts(without("sub"));
    }

    @Test
    void a_person_is_enough() throws Exception {
        accepts(without("sid"));
    }

    @Test
    void neither_a_session_nor_a_person() {
        rejects(
                with(claims -> {
                    claims.remove("sub");
                    claims.put("sid", " ");
                }),
                NOBODY);
    }

    @Test
    void no_events() {
        rejects(without("events"), NOT_A_LOGOUT);
        rejects(with(claims -> claims.put("events", EVENT)), NOT_A_LOGOUT);
        rejects(with(claims -> claims.put("events", Map.of("http://another.example/event", Map.of()))), NOT_A_LOGOUT);
        rejects(with(claims -> claims.put("events", Map.of(EVENT, "yes"))), NOT_A_LOGOUT);
    }

    @Test
    void a_nonce() {
        rejects(with(claims -> claims.put("nonce", "a-nonce")), "it has a nonce, as ID tokens have");
        rejects(with(claims -> claims.put("nonce", 1)), "it has a nonce, as ID tokens have");
        rejects(with(claims -> claims.put("nonce", null)), "it has a nonce, as ID tokens have");
    }

    @Test
    void no_id() {
        rejects(without("jti"), "it has no id of its own");
        rejects(with(claims -> claims.put("jti", "")), "it has no id of its own");
    }

    @Test
    void an_id_token_sent_as_a_logout_token() {
        rejects(SignedTokens.valid(), "it is not about a logout");
    }

    @Test
    void a_keycloak_token_of_another_kind() {
        rejects(with(claims -> claims.put("typ", "Bearer")), OTHER_KIND);
    }

    @Test
    void no_kind() throws Exception {
        accepts(without("typ"));
    }
}
