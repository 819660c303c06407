package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each end of a session leaves: here, and at PSC. The session here has the shorter idle limit. */
class SessionEndTest {
    private static final Pattern REFRESH_TOKEN = Pattern.compile("\"refreshToken\":\"([^\"]+)\"");

    @AutoClose
    private final Lab lab = Lab.with(simulator -> simulator, party -> party.idleTimeout(Duration.ofMinutes(10)));

    private PscSession session;
    private String refreshToken;

    @BeforeEach
    void logIn() throws Exception {
        session = lab.logIn();
        var tokens = REFRESH_TOKEN.matcher(new String(lab.store.sessions().get(0), StandardCharsets.UTF_8));
        assertTrue(tokens.find());
        refreshToken = tokens.group(1);
    }

    /** Asks PSC behind the relying party's back. */
    private boolean livesAtPsc() throws Exception {
        var secret = URLEncoder.encode(Lab.SECRET, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(lab.simulator.issuer() + "/protocol/openid-connect/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((Lab.CLIENT + ":" + secret).getBytes()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=refresh_token&refresh_token=" + refreshToken))
                .build();
        var status = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertTrue(List.of(200, 400).contains(status), "status " + status);
        return status == 200;
    }

    @Test
    void a_sign_out_ends_the_session_at_psc_too() throws Exception {
        await(lab.party.signOut(session.id()));

        assertFalse(livesAtPsc());
    }

    @Test
    void a_forgotten_session_lives_on_at_psc() throws Exception {
        lab.party.forget(session.id());

        assertEquals(Optional.empty(), lab.party.session(session.id()));
        assertTrue(lab.store.sessions().isEmpty());
        assertTrue(livesAtPsc());
    }

    @Test
    void a_session_that_expired_here_lives_on_at_psc() throws Exception {
        lab.clock.advance(Duration.ofMinutes(10));

        assertEquals(Optional.empty(), lab.party.session(session.id()));
        assertEquals(0, lab.simulator.count(Endpoint.LOGOUT));
        assertTrue(livesAtPsc());
    }

    @Test
    void to_peek_is_no_activity_and_says_why_a_session_has_ended() throws Exception {
        lab.clock.advance(Duration.ofMinutes(6));
        assertEquals(session, await(lab.party.peek(session.id())));
        lab.clock.advance(Duration.ofMinutes(4));

        var failure = assertThrows(PscException.class, () -> await(lab.party.peek(session.id())));

        assertEquals(LoginProblem.SESSION_ENDED, failure.problem());
        assertEquals(Duration.ofMinutes(10), lab.party.idleTimeout());
    }

    @Test
    void a_session_says_whether_its_latest_end_is_near() {
        var end = session.expiresAt();

        assertFalse(session.endsWithin(Duration.ofMinutes(10), end.minus(Duration.ofMinutes(10))));
        assertTrue(session.endsWithin(Duration.ofMinutes(10), end.minus(Duration.ofMinutes(9))));
    }

    @Test
    void every_call_for_an_expired_session_says_so_and_its_tokens_are_gone() throws Exception {
        lab.clock.advance(Duration.ofMinutes(10));

        assertTrue(lab.store.sessions().isEmpty());
        assertEquals(Optional.empty(), lab.party.session(session.id()));
        var api = ApiAudience.of("form", lab.simulator.apiTokenEndpoint(), Lab.API_CLIENT);
        for (var call : List.<Callable<?>>of(
                () -> await(lab.party.requireSession(session.id())),
                () -> await(lab.party.exchange(session.id(), api)),
                () -> await(lab.party.refresh(session.id())),
                () -> {
                    await(lab.party.signOut(session.id()));
                    return null;
                })) {
            assertEquals(
                    LoginProblem.SESSION_ENDED,
                    assertThrows(PscException.class, call::call).problem());
        }
        assertTrue(livesAtPsc(), "PSC was not asked anything");
    }

    @Test
    void a_refresh_keeps_the_tokens_no_longer_than_the_session() throws Exception {
        while (lab.clock.instant().plus(Duration.ofMinutes(9)).isBefore(session.expiresAt())) {
            lab.clock.advance(Duration.ofMinutes(9));
            await(lab.party.refresh(session.id()));
        }
        lab.clock.advance(Duration.between(lab.clock.instant(), session.expiresAt()));

        assertTrue(lab.store.sessions().isEmpty());
        assertEquals(Optional.empty(), lab.party.session(session.id()));
    }
}
