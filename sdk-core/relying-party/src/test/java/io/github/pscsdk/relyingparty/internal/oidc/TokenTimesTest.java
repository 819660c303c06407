package io.github.pscsdk.relyingparty.internal.oidc;

import static io.github.pscsdk.relyingparty.internal.oidc.SignedTokens.NOW;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.time.internal.ClockSkew;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last second in which a token is taken, and the first in which it is not; clocks may be apart by sixty seconds. */
class TokenTimesTest {
    private static final long SECOND = NOW.getEpochSecond();
    private static final long LAST = Instant.MAX.getEpochSecond();

    private final Verifying idTokens = Verifying.byDefault();
    private final TokenVerifier logoutTokens = LogoutTokenTest.verifier();

    private void assertIdToken(String claim, long value, String why) throws Exception {
        var token = SignedTokens.with(claims -> claims.put(claim, value));
        if (why.isEmpty()) {
            idTokens.accepts(token);
        } else {
            idTokens.rejects(token, why);
        }
    }

    private static String logoutToken(Map<String, Object> change) {
        var claims = LogoutTokenTest.claims();
        claims.putAll(change);
        return SignedTokens.signed(claims);
    }

    private void assertLogoutToken(String claim, long value, String why) {
        var token = logoutToken(Map.of(claim, value));
        if (why.isEmpty()) {
            assertDoesNotThrow(() -> Futures.await(logoutTokens.verifyLogout(token)));
        } else {
            var refusal = assertThrows(PscException.class, () -> Futures.await(logoutTokens.verifyLogout(token)));
            assertEquals(LoginProblem.LOGOUT_TOKEN_REJECTED, refusal.problem());
            assertEquals("PSC-026 LOGOUT_TOKEN_REJECTED: " + why, refusal.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exp, -59, ''",
        "exp, -60, it has expired",
        "exp, -61, it has expired",
        "nbf, 60, ''",
        "nbf, 61, it is not valid yet",
        "iat, 60, ''",
        "iat, 61, it was made in the future",
        "iat, -660, ''",
        "iat, -661, it was made too long ago",
        "iat, -3600, it was made too long ago",
        "iat, 3600, it was made in the future"
    })
    void each_time_has_a_leeway_of_sixty_seconds(String claim, long offset, String why) throws Exception {
        var clock = claim.equals("iat") && !why.isEmpty() ? byIat(Duration.ofSeconds(-offset)) : "";
        assertIdToken(claim, SECOND + offset, why + clock);
        assertLogoutToken(claim, SECOND + offset, why);
    }

    @ParameterizedTest
    @CsvSource({"60, ''", "61, its auth_time cannot be", "-1000000, ''"})
    void nobody_was_asked_in_the_future(long offset, String why) throws Exception {
        assertIdToken("auth_time", SECOND + offset, why);
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "0, its auth_time cannot be", "-1, its auth_time cannot be"})
    void nobody_was_asked_before_1970(long time, String why) throws Exception {
        assertIdToken("auth_time", time, why);
    }

    @Test
    void a_time_that_java_cannot_compute_with_is_refused() throws Exception {
        assertIdToken("exp", LAST, "");
        assertIdToken("exp", LAST + 1, "its exp cannot be");
        assertIdToken("exp", Long.MAX_VALUE, "its exp cannot be");
        assertLogoutToken("exp", LAST, "");
        assertLogoutToken("exp", LAST + 1, "its exp cannot be");
        assertIdToken("iat", LAST + 1, "it was made in the future");
        assertIdToken("iat", -1, "it was made too long ago");
        assertLogoutToken("iat", -1, "it was made too long ago");
    }

    @Test
    void a_clock_that_is_far_off_is_told() throws Exception {
        assertIdToken("iat", 0, "it was made too long ago" + byIat(Duration.ofSeconds(SECOND)));
        assertIdToken("iat", LAST, "it was made in the future" + byIat(Duration.ofSeconds(SECOND - LAST)));
    }

    private static String byIat(Duration ahead) {
        return "; by its iat, our clock is " + new ClockSkew(ahead)
                + " against that of Pro Santé Connect or its simulator";
    }

    @ParameterizedTest
    @CsvSource({"exp", "iat"})
    void a_token_without_its_times_is_refused(String claim) {
        idTokens.rejects(SignedTokens.without(claim), "it lacks exp or iat");
        var claims = LogoutTokenTest.claims();
        claims.remove(claim);
        var token = SignedTokens.signed(claims);
        assertThrows(PscException.class, () -> Futures.await(logoutTokens.verifyLogout(token)));
    }
}
