package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser way in, from the request to the session. */
class BrowserLoginTest {
    @AutoClose
    private final Lab lab = Lab.open();

    @Test
    void the_professional_comes_back_logged_in() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        var callback = Browser.visit(login.authorizationUri());

        var session = await(lab.party.completeBrowserLogin(callback, login.state()));

        assertEquals(Lab.PHARMACIST, session.professional().nationalId());
        assertEquals(Optional.of(session), lab.party.session(session.id()));
    }

    @Test
    void the_request_carries_what_ans_documents() throws Exception {
        var login = await(lab.party.beginBrowserLogin());

        var query = Browser.query(login.authorizationUri());

        assertTrue(login.authorizationUri().toString().startsWith(lab.environment.authorizationEndpoint() + "?"));
        assertEquals("code", query.get("response_type"));
        assertEquals(Lab.CLIENT, query.get("client_id"));
        assertEquals(Lab.REDIRECT.toString(), query.get("redirect_uri"));
        assertEquals("openid scope_all", query.get("scope"));
        assertEquals("eidas1", query.get("acr_values"));
        assertEquals("S256", query.get("code_challenge_method"));
        assertEquals(login.state(), query.get("state"));
        for (var secret : new String[] {"state", "nonce", "code_challenge"}) {
            assertEquals(43, query.get(secret).length(), secret + " holds 256 bits");
        }
    }

    @Test
    void no_two_logins_share_a_secret() throws Exception {
        var one = Browser.query(await(lab.party.beginBrowserLogin()).authorizationUri());
        var other = Browser.query(await(lab.party.beginBrowserLogin()).authorizationUri());

        for (var secret : new String[] {"state", "nonce", "code_challenge"}) {
            assertNotEquals(one.get(secret), other.get(secret));
        }
    }

    @Test
    void a_login_costs_two_requests_after_the_callback() throws Exception {
        var first = await(lab.party.beginBrowserLogin());
        await(lab.party.completeBrowserLogin(Browser.visit(first.authorizationUri()), first.state()));
        var login = await(lab.party.beginBrowserLogin());
        var callback = Browser.visit(login.authorizationUri());
        var before = lab.simulator.requests().size();

        await(lab.party.completeBrowserLogin(callback, login.state()));

        assertEquals(before + 2, lab.simulator.requests().size());
    }

    @Test
    void tokens_that_fail_a_check_leave_nothing_behind() throws Exception {
        lab.simulator.browserPersona(new NationalId("899999100128"));
        var login = await(lab.party.beginBrowserLogin());

        var callback = Browser.visit(login.authorizationUri());

        assertEquals(LoginProblem.ID_TOKEN_REJECTED, lab.failure(callback.toString(), login.state()));
        lab.assertNoSession();
    }

    @Test
    void without_a_redirect_uri_there_is_no_browser_login() {
        try (var party = lab.another()
                .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .build()) {
            assertThrows(IllegalStateException.class, party::beginBrowserLogin);
        }
    }

    @Test
    void another_relying_party_with_the_same_store_can_finish_the_login() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        var callback = Browser.visit(login.authorizationUri());

        try (var node = lab.another()
                .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .redirectUri(Lab.REDIRECT)
                .build()) {
            var session = await(node.completeBrowserLogin(callback, login.state()));

            assertEquals(Optional.of(session), lab.party.session(session.id()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/userinfo"})
    void a_caller_who_lends_their_thread_gets_away_by_an_interrupt_and_leaves_no_session_behind(String path)
            throws Exception {
        try (var made = new HandMadeLab();
                var party = made.psc
                        .party()
                        .redirectUri(Lab.REDIRECT)
                        .sessionStore(made.store)
                        .build()) {
            var login = await(party::beginBrowserLogin);
            var nonce = Browser.query(login.authorizationUri()).get("nonce");
            made.psc.tokens(claims -> claims.put("nonce", nonce));
            // So that the keys are there, and nothing changes the thread.
            party.warmUp().toCompletableFuture().join();
            var hold = made.psc.holdNext(path);
            var interrupted = new CompletableFuture<Boolean>();
            var caller = new Thread(() -> {
                try {
                    await(() -> party.completeBrowserLogin(
                            URI.create(Lab.REDIRECT + "?code=a-code&state=" + login.state()), login.state()));
                } catch (InterruptedException e) {
                    interrupted.complete(!Thread.currentThread().isInterrupted());
                } catch (PscException e) {
                    interrupted.completeExceptionally(e);
                }
            });
            caller.start();
            Await.until("the request has come", () -> made.psc.count(path) == 1);

            caller.interrupt();

            assertTrue(Await.outcome("the interrupted caller", interrupted));
            hold.complete(null);
            assertTrue(made.store.keys().isEmpty());
            if (path.equals("/userinfo")) {
                made.time.settle();
                assertEquals(1, made.psc.count("/logout"));
            }
        }
    }

    @Test
    void an_interrupted_caller_leaves_no_session_behind() throws Exception {
        var login = await(lab.party.beginBrowserLogin());
        var callback = Browser.visit(login.authorizationUri());

        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> await(lab.party.completeBrowserLogin(callback, login.state())));
        assertFalse(Thread.interrupted());
        lab.time.settle();
        assertEquals(1, lab.simulator.count(Endpoint.LOGOUT));
        lab.assertNoSession();
    }
}
