package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The ways out of a web application: through the browser, and here alone. */
class BrowserSignOutTest {
    private static final URI HOME = URI.create("http://localhost/deconnexion/retour");
    private static final String WEB_CLIENT = "editeur-web";

    @AutoClose
    private final Lab lab = Lab.with(
            simulator -> simulator.client(SimulatedClient.withSecret(WEB_CLIENT, Lab.SECRET)
                    .withRedirectUri(Lab.REDIRECT)
                    .withPostLogoutUri(HOME)),
            party -> party.client(WEB_CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                    .postLogoutRedirectUri(HOME));

    @Test
    void the_browser_is_sent_to_psc_which_ends_its_session_and_sends_it_back_with_the_state() throws Exception {
        var session = lab.logIn();
        lab.clock.advance(Duration.ofMinutes(29));

        var signOut = await(lab.party.beginBrowserSignOut(session.id()));
        assertEquals(0, lab.simulator.count(Endpoint.LOGOUT));
        var back = Browser.visit(signOut.endSessionUri());

        assertTrue(back.toString().startsWith(HOME + "?"));
        assertEquals(Map.of("state", signOut.state()), Browser.query(back));
        assertEquals(Optional.empty(), lab.party.session(session.id()));
        assertTrue(lab.store.keys().isEmpty());
        assertThrows(PscException.class, () -> await(lab.party.signOut(session.id())));
    }

    @Test
    void psc_may_forget_the_state() throws Exception {
        lab.simulator.turn("logout-echoes-state", "false");
        var session = lab.logIn();

        var back =
                Browser.visit(await(lab.party.beginBrowserSignOut(session.id())).endSessionUri());

        assertEquals(HOME, back);
    }

    @Test
    void a_browser_logout_prints_neither_the_id_token_nor_the_state() throws Exception {
        var session = lab.logIn();

        var signOut = await(lab.party.beginBrowserSignOut(session.id()));

        assertFalse(signOut.toString().contains(signOut.state()));
        assertTrue(lab.simulator.issuedSecrets().stream()
                .noneMatch(secret -> signOut.toString().contains(secret)));
    }

    @Test
    void a_session_that_has_ended_cannot_be_logged_out_of() {
        var failure = assertThrows(PscException.class, () -> await(lab.party.beginBrowserSignOut(SessionId.draw())));

        assertEquals(LoginProblem.SESSION_ENDED, failure.problem());
    }

    @Test
    void without_a_declared_address_to_come_back_to_the_session_stays() throws Exception {
        try (var party = lab.another()
                .client(WEB_CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .build()) {
            var session = lab.logIn();

            assertThrows(IllegalStateException.class, () -> await(party.beginBrowserSignOut(session.id())));

            assertTrue(party.session(session.id()).isPresent());
        }
    }

    @Test
    void forgetting_a_session_ends_it_here_and_not_at_psc() throws Exception {
        var session = lab.logIn();

        lab.party.forget(session.id());
        lab.party.forget(session.id());

        assertEquals(Optional.empty(), lab.party.session(session.id()));
        assertTrue(lab.store.keys().isEmpty());
        assertEquals(0, lab.simulator.count(Endpoint.LOGOUT));
    }
}
