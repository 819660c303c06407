package io.github.pscsdk.relyingparty.internal.session;

import static io.github.pscsdk.relyingparty.internal.session.TestSessions.forApi;
import static io.github.pscsdk.relyingparty.internal.session.TestSessions.original;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.internal.json.TokenAnswer;
import io.github.pscsdk.relyingparty.internal.profile.PscProfile;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.ForApi;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tokens a session keeps after a login, a refresh, and an exchange. */
class SessionTokensTest {
    private static final Instant NOW = Instant.ofEpochSecond(10_000);
    private static final Optional<Lease> LEASED = Optional.of(new Lease("holder", 10_030));

    private static TokenAnswer answer(Optional<String> refreshToken, Optional<String> idToken) {
        return new TokenAnswer(
                "new-access",
                "Bearer",
                Optional.of(120L),
                refreshToken,
                refreshToken.map(token -> 600L),
                idToken,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static SessionTokens leased() {
        return TestSessions.tokens("sub", forApi("api")).under(LEASED);
    }

    @Test
    void a_login_brings_tokens_with_their_ends() {
        assertEquals(
                new SessionTokens(
                        original("sub"),
                        List.of(),
                        "id",
                        "new-access",
                        10_120,
                        Optional.of("new-refresh"),
                        Optional.of(10_600L),
                        List.of(),
                        Optional.empty()),
                SessionTokens.of(original("sub"), answer(Optional.of("new-refresh"), Optional.empty()), "id", NOW));
        assertEquals(
                Optional.empty(),
                SessionTokens.of(original("sub"), answer(Optional.empty(), Optional.empty()), "id", NOW)
                        .refreshTokenUntil());
    }

    @Test
    void a_token_that_is_not_dated_is_not_kept_for_long() {
        var undated = new TokenAnswer(
                "access",
                "Bearer",
                Optional.empty(),
                Optional.of("refresh"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        var tokens = SessionTokens.of(original("sub"), undated, "id", NOW);

        assertEquals(10_030, tokens.accessTokenUntil());
        assertEquals(
                Optional.of(NOW.plus(PscProfile.REFRESH_TOKEN_LIFETIME).getEpochSecond()), tokens.refreshTokenUntil());
    }

    @Test
    void a_refresh_brings_the_newest_of_each_and_ends_its_lease() {
        assertEquals(
                new SessionTokens(
                        original("sub"),
                        List.of(),
                        "new-id",
                        "new-access",
                        10_120,
                        Optional.of("new-refresh"),
                        Optional.of(10_600L),
                        List.of(forApi("api")),
                        Optional.empty()),
                leased().refreshed(answer(Optional.of("new-refresh"), Optional.of("new-id")), NOW));
        assertEquals(
                new SessionTokens(
                        original("sub"),
                        List.of(),
                        "id-token",
                        "new-access",
                        10_120,
                        Optional.of("refresh-token"),
                        Optional.of(2_000L),
                        List.of(forApi("api")),
                        Optional.empty()),
                leased().refreshed(answer(Optional.empty(), Optional.empty()), NOW));
    }

    @Test
    void of_a_refresh_that_could_not_be_checked_the_refresh_token_alone_is_kept() {
        assertEquals(
                new SessionTokens(
                        original("sub"),
                        List.of(),
                        "id-token",
                        "access-token",
                        1_000,
                        Optional.of("new-refresh"),
                        Optional.of(10_600L),
                        List.of(forApi("api")),
                        Optional.empty()),
                leased().withRefreshTokenOf(answer(Optional.of("new-refresh"), Optional.of("new-id")), NOW));
        assertEquals(
                TestSessions.tokens("sub", forApi("api")),
                leased().withRefreshTokenOf(answer(Optional.empty(), Optional.empty()), NOW));
    }

    @Test
    void another_name_at_psc_or_another_lease_changes_nothing_else() {
        assertEquals(
                List.of("new", "newer"),
                leased().alsoNamed("new").alsoNamed("newer").alsoNamed("new").furtherSids());
        assertEquals(leased().original(), leased().alsoNamed("new").original());
        assertEquals(LEASED, leased().alsoNamed("new").lease());
        assertEquals(TestSessions.tokens("sub", forApi("api")), leased().under(Optional.empty()));
        assertTrue(leased().isLeasedTo("holder"));
        assertFalse(leased().isLeasedTo("another"));
        assertFalse(TestSessions.tokens("sub").isLeasedTo("holder"));
    }

    @Test
    void there_is_one_token_for_each_api() {
        var newer = new ForApi("api", "newer", 5, Optional.empty(), Optional.empty(), Optional.empty());
        var tokens = leased().with(forApi("second")).with(newer);

        assertEquals(List.of(forApi("second"), newer), tokens.forApis());
        assertEquals(Optional.of(newer), tokens.forApi("api"));
        assertEquals(Optional.of(forApi("second")), tokens.forApi("second"));
        assertEquals(Optional.empty(), tokens.forApi("third"));
        assertEquals(List.of(newer), tokens.without("second").forApis());
        assertEquals(LEASED, tokens.without("second").lease());
    }

    @ParameterizedTest
    @CsvSource({"1999, true", "2000, false", "2001, false"})
    void a_refresh_token_that_is_known_to_be_dead_is_not_sent(long now, boolean sent) {
        assertEquals(
                sent ? Optional.of("refresh token of api") : Optional.empty(),
                forApi("api").refreshTokenAt(Instant.ofEpochSecond(now)));
    }

    @Test
    void a_refresh_token_without_an_end_is_sent_and_one_that_a_node_uses_is_not() {
        var endless = new ForApi("api", "token", 0, Optional.of("refresh"), Optional.empty(), Optional.empty());

        assertEquals(Optional.of("refresh"), endless.refreshTokenAt(Instant.MAX));
        assertEquals(Optional.empty(), endless.withoutRefreshToken().refreshTokenAt(Instant.EPOCH));
        assertEquals(
                new ForApi("api", "token of api", 1_000, Optional.empty(), Optional.empty(), Optional.of(3_000L)),
                forApi("api").withoutRefreshToken());
        assertTrue(forApi("api").isSameAs(forApi("api").withoutRefreshToken()));
        assertFalse(forApi("api").isSameAs(endless));
    }

    @Test
    void tokens_that_another_version_wrote_without_what_is_needed_are_refused_and_none_is_printed() {
        assertThrows(NullPointerException.class, () -> tokens(null, "id", "access"));
        assertThrows(NullPointerException.class, () -> tokens("sub", null, "access"));
        assertThrows(NullPointerException.class, () -> tokens("sub", "id", null));
        assertEquals(Optional.empty(), tokens("sub", "id", "access").lease());
        assertEquals("SessionTokens[1 for APIs]", leased().toString());
        assertEquals("ForApi[until 1000]", forApi("api").toString());
    }

    private static SessionTokens tokens(String subject, String idToken, String accessToken) {
        return new SessionTokens(
                subject == null ? null : original(subject),
                List.of(),
                idToken,
                accessToken,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                null);
    }
}
