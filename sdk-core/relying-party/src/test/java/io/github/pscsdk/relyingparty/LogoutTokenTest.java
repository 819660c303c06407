package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of sessions when PSC reports a logout. */
class LogoutTokenTest {
    private static final String CLIENT = "editeur-avis";
    private final LogoutReceiver receiver = new LogoutReceiver();
    private final Lab lab = Lab.with(simulator -> simulator.client(SimulatedClient.withSecret(CLIENT, Lab.SECRET)
            .withRedirectUri(Lab.REDIRECT)
            .withBackchannelLogoutUri(receiver.uri())));
    private final RelyingParty party = node();

    private RelyingParty node() {
        return lab.another()
                .client(CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .redirectUri(Lab.REDIRECT)
                .build();
    }

    @AfterEach
    void close() {
        party.close();
        lab.close();
        receiver.close();
    }

    private PscSession logIn() throws Exception {
        var login = await(party.beginBrowserLogin());
        return await(party.completeBrowserLogin(Browser.visit(login.authorizationUri()), login.state()));
    }

    private String logOutAtPsc() throws Exception {
        lab.simulator.endSessions();
        return receiver.next();
    }

    @Test
    void a_session_that_ended_at_psc_ends_here_without_telling_psc() throws Exception {
        var session = logIn();
        var token = logOutAtPsc();

        await(party.acceptLogoutToken(token));

        assertEquals(Optional.empty(), party.session(session.id()));
        var failure = assertThrows(PscException.class, () -> await(party.signOut(session.id())));
        assertEquals(LoginProblem.SESSION_ENDED, failure.problem());
        assertEquals(0, lab.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void another_node_finds_the_session_ended_too() throws Exception {
        var session = logIn();
        var token = logOutAtPsc();

        try (var other = node()) {
            await(other.acceptLogoutToken(token));
        }

        assertEquals(Optional.empty(), party.session(session.id()));
    }

    @Test
    void a_later_session_of_the_same_person_lives_on() throws Exception {
        logIn();
        var token = logOutAtPsc();
        var later = logIn();

        await(party.acceptLogoutToken(token));

        assertTrue(party.session(later.id()).isPresent());
    }

    @Test
    void a_token_is_taken_once() throws Exception {
        logIn();
        var token = logOutAtPsc();
        await(party.acceptLogoutToken(token));

        var failure = assertThrows(PscException.class, () -> await(party.acceptLogoutToken(token)));

        assertEquals("PSC-026 LOGOUT_TOKEN_REJECTED: it was seen before", failure.getMessage());
    }

    @Test
    void a_late_token_ends_nothing() throws Exception {
        var session = logIn();
        var token = logOutAtPsc();
        lab.clock.advance(Duration.ofMinutes(15));

        assertThrows(PscException.class, () -> await(party.acceptLogoutToken(token)));

        assertTrue(party.session(session.id()).isPresent());
    }

    @Test
    void a_forged_token_ends_nothing() throws Exception {
        var session = logIn();
        var token = logOutAtPsc();
        var forged = token.substring(0, token.lastIndexOf('.') + 1) + "Zm9yZ2Vk";

        var failure = assertThrows(PscException.class, () -> await(party.acceptLogoutToken(forged)));

        assertEquals(LoginProblem.LOGOUT_TOKEN_REJECTED, failure.problem());
        assertTrue(party.session(session.id()).isPresent());
    }
}
