package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What PSC publishes about itself changes, disappears, or is not PSC's. */
class MetadataDriftTest {
    private final HandMadePsc psc = new HandMadePsc();
    private final VirtualClock clock = psc.time.clock;
    private final RelyingParty party =
            psc.party().redirectUri(URI.create("http://localhost/retour")).build();

    MetadataDriftTest() throws IOException {}

    @AfterEach
    void close() {
        party.close();
        psc.close();
    }

    private void assertRefused(LoginProblem problem) {
        var failure = assertThrows(PscException.class, () -> await(party.beginBrowserLogin()));
        assertEquals(problem, failure.problem());
    }

    private void logIn() throws Exception {
        psc.time.outcome(await(party.beginBackchannelLogin(
                BackchannelRequest.onMobile(new NationalId("899999100011")), new BindingMessage("42"))));
    }

    @Test
    void metadata_are_read_once_and_under_psc_s_own_name() throws Exception {
        await(party.beginBrowserLogin());
        await(party.beginBrowserLogin());

        assertEquals(1, psc.discoveries());
        assertEquals(0, psc.count("/.well-known/openid-configuration"));
    }

    @Test
    void old_metadata_serve_while_new_ones_are_fetched() throws Exception {
        await(party.beginBrowserLogin());
        clock.advance(Duration.ofMinutes(61));

        await(party.beginBrowserLogin());

        psc.time.settle();
        assertEquals(2, psc.discoveries());
    }

    @Test
    void a_path_that_changes_is_followed_after_a_while() throws Exception {
        await(party.beginBrowserLogin());
        psc.discovery(psc.document().replace("/wallet", "/wallet/v2"));
        clock.advance(Duration.ofMinutes(61));

        await(party.beginBrowserLogin());

        psc.time.settle();
        assertTrue(uri().contains("/wallet/v2?"));
    }

    private String uri() {
        try {
            return await(party.beginBrowserLogin()).authorizationUri().toString();
        } catch (PscException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void metadata_that_turn_bad_do_not_fail_a_login() throws Exception {
        await(party.beginBrowserLogin());
        psc.discovery(psc.document().replace("127.0.0.1", "localhost"));
        clock.advance(Duration.ofMinutes(61));

        await(party.beginBrowserLogin());
        psc.time.settle();
        assertEquals(2, psc.discoveries());

        assertTrue(uri().startsWith(psc.environment().authorizationEndpoint() + "?"));
    }

    @Test
    void metadata_of_another_issuer_are_refused() {
        psc.discovery(psc.document().replace("\"issuer\": \"http", "\"issuer\": \"https"));

        assertRefused(LoginProblem.ENVIRONMENT_MISMATCH);
    }

    @Test
    void metadata_that_mix_hosts_are_refused() {
        psc.discovery(psc.document().replace("127.0.0.1:", "127.0.0.1:1"));

        assertRefused(LoginProblem.ENVIRONMENT_MISMATCH);
    }

    @Test
    void no_metadata() {
        psc.answer("/.well-known/wallet-openid-configuration", HandMadePsc.status(404));
        assertRefused(LoginProblem.PSC_ANSWER_INVALID);

        psc.answer("/.well-known/wallet-openid-configuration", HandMadePsc.status(503));
        assertRefused(LoginProblem.PSC_UNAVAILABLE);

        psc.discovery("<html>");
        assertRefused(LoginProblem.PSC_ANSWER_INVALID);

        psc.discovery(" ".repeat(1 << 21));
        assertRefused(LoginProblem.PSC_ANSWER_INVALID);

        psc.discovery(psc.document());
        assertTrue(uri().contains("state="), "the next login finds them");
    }

    @Test
    void metadata_behind_a_redirect_are_not_fetched() {
        psc.answer(
                "/.well-known/wallet-openid-configuration",
                new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", psc.issuer() + "/elsewhere")
                        .build());

        assertRefused(LoginProblem.PSC_ANSWER_INVALID);
        assertEquals(0, psc.count("/elsewhere"));
    }

    @Test
    void no_back_channel_endpoint() {
        psc.discovery(psc.document().replace("backchannel_authentication_endpoint", "x"));

        var failure = assertThrows(PscException.class, this::logIn);

        assertEquals(LoginProblem.BACKCHANNEL_NOT_ENABLED, failure.problem());
    }

    @Test
    void keys_that_are_known_serve_while_their_endpoint_is_down() throws Exception {
        logIn();
        psc.answer("/certs", HandMadePsc.status(503));
        clock.advance(Duration.ofMinutes(61));
        psc.tokens(claims -> {
            claims.put("iat", clock.instant().getEpochSecond());
            claims.put("exp", clock.instant().getEpochSecond() + 120);
        });

        logIn();

        psc.time.settle();
        assertEquals(2, psc.count("/certs"));
    }

    @Test
    void keys_that_were_never_had_fail_the_login() {
        psc.answer("/certs", HandMadePsc.status(503));

        var failure = assertThrows(PscException.class, this::logIn);

        assertEquals(LoginProblem.PSC_UNAVAILABLE, failure.problem());
    }
}
