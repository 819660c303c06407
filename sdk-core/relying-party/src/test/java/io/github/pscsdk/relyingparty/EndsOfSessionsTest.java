package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Two services and one browser: what each way out of the one leaves, here, at PSC, and at the other. */
class EndsOfSessionsTest {
    private static final URI HOME = URI.create("http://localhost/deconnexion/retour");
    private static final NationalId NEXT = new NationalId("899999100029");

    private final VirtualClock clock = VirtualClock.standing();

    @AutoClose
    private final Lab lab = Lab.with(
            simulator -> simulator
                    .clock(clock)
                    .client(SimulatedClient.withSecret("web", Lab.SECRET)
                            .withRedirectUri(Lab.REDIRECT)
                            .withPostLogoutUri(HOME)),
            party -> party.clock(clock)
                    .sessionStore(SessionStore.inMemory(clock))
                    .client("web", ClientAuthentication.clientSecretBasic(Lab.SECRET))
                    .postLogoutRedirectUri(HOME));

    @AutoClose
    private final RelyingParty elsewhere = lab.another()
            .clock(clock)
            .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
            .redirectUri(Lab.REDIRECT)
            .build();

    private final SharedBrowser browser = new SharedBrowser();
    private final PscSession here;
    private final PscSession there;

    EndsOfSessionsTest() throws Exception {
        here = logIn(lab.party);
        there = logIn(elsewhere);
        await(lab.party.exchange(here.id(), api()));
        lab.simulator.browserPersona(NEXT);
    }

    private ApiAudience api() {
        return ApiAudience.of("api", lab.simulator.apiTokenEndpoint(), Lab.API_CLIENT)
                .withScopes(List.of("declare"));
    }

    private PscSession logIn(RelyingParty party) throws Exception {
        var login = await(party.beginBrowserLogin());
        return await(party.completeBrowserLogin(browser.visit(login.authorizationUri()), login.state()));
    }

    private void assertOverHereWithItsApiTokens() {
        for (var call : List.of(lab.party.exchange(here.id(), api()), lab.party.refresh(here.id()))) {
            assertEquals(
                    LoginProblem.SESSION_ENDED,
                    assertThrows(PscException.class, () -> await(call)).problem());
        }
    }

    private void assertGoesOnAtPsc() throws Exception {
        await(elsewhere.refresh(there.id()));
        assertEquals(Lab.PHARMACIST, logIn(elsewhere).professional().nationalId());
    }

    private void assertIsOverAtPscForAll() throws Exception {
        var failure = assertThrows(PscException.class, () -> await(elsewhere.refresh(there.id())));
        assertEquals(LoginProblem.SESSION_ENDED_AT_PSC, failure.problem());
        assertEquals(NEXT, logIn(elsewhere).professional().nationalId());
    }

    @Test
    void a_local_logout_ends_the_session_here_alone() throws Exception {
        lab.party.forget(here.id());

        assertOverHereWithItsApiTokens();
        assertGoesOnAtPsc();
    }

    @Test
    void half_an_hour_without_activity_ends_the_session_here_alone() throws Exception {
        clock.advance(Duration.ofMinutes(20));
        await(elsewhere.refresh(there.id()));
        clock.advance(Duration.ofMinutes(11));

        assertOverHereWithItsApiTokens();
        assertGoesOnAtPsc();
    }

    @Test
    void a_logout_by_way_of_the_browser_ends_the_session_everywhere() throws Exception {
        var signOut = await(lab.party.beginBrowserSignOut(here.id()));

        browser.visit(signOut.endSessionUri());

        assertOverHereWithItsApiTokens();
        assertIsOverAtPscForAll();
    }

    @Test
    void a_logout_by_way_of_a_browser_that_does_not_go_there_ends_the_session_here_alone() throws Exception {
        await(lab.party.beginBrowserSignOut(here.id()));

        assertOverHereWithItsApiTokens();
        assertGoesOnAtPsc();
    }

    @Test
    void a_logout_from_server_to_server_ends_the_session_everywhere() throws Exception {
        await(lab.party.signOut(here.id()));

        assertOverHereWithItsApiTokens();
        assertIsOverAtPscForAll();
    }
}
