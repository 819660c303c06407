package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API tokens do not outlive the session that they were fetched for. */
class ApiTokenRevocationTest {
    @AutoClose
    private final Lab lab = Lab.open();

    private final ApiAudience form = ApiAudience.of("form", lab.simulator.apiTokenEndpoint(), Lab.API_CLIENT);
    private PscSession session;
    private ApiToken token;

    @BeforeEach
    void logIn() throws Exception {
        session = lab.logIn();
        token = await(lab.party.exchange(session.id(), form));
        assertTrue(lives());
    }

    /** Asks the API's authorization server as the API itself would. */
    private boolean lives() {
        var body = "client_id=" + Lab.CLIENT + "&client_secret=" + URLEncoder.encode(Lab.SECRET, StandardCharsets.UTF_8)
                + "&token=" + token.reveal();
        var request = HttpRequest.newBuilder(lab.simulator.apiIntrospectionEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofString())
                .join()
                .body()
                .contains("\"active\":true");
    }

    private void assertGivenBack() {
        lab.time.settle();
        assertFalse(lives());
    }

    @Test
    void a_sign_out_gives_them_back() throws Exception {
        await(lab.party.signOut(session.id()));

        assertGivenBack();
    }

    @Test
    void a_forgotten_session_gives_them_back() {
        lab.party.forget(session.id());

        assertGivenBack();
    }

    @Test
    void a_session_that_psc_has_ended_gives_them_back() {
        lab.clock.advance(Duration.ofMinutes(29));
        lab.party.session(session.id());
        lab.clock.advance(Duration.ofMinutes(29));

        assertThrows(PscException.class, () -> await(lab.party.refresh(session.id())));

        assertGivenBack();
    }

    @Test
    void a_sign_out_at_another_process_gives_back_those_of_an_api_that_it_was_told_of() throws Exception {
        try (var node = lab.another()
                .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                .api(form)
                .build()) {
            await(node.signOut(session.id()));

            assertGivenBack();
        }
    }

    @Test
    void a_server_that_does_not_answer_delays_no_sign_out() throws Exception {
        lab.simulator.turn("fault-api-revocation", "PT5M");

        await(lab.party.signOut(session.id()));

        Await.until("the API token was given back", () -> lab.simulator.count(Endpoint.API_REVOCATION) > 0);
        // The server has had the request for as long as the answer is away.
        assertEquals(1, lab.simulator.count(Endpoint.LOGOUT));
    }

    @Test
    void a_server_that_fails_fails_no_sign_out() throws Exception {
        lab.simulator.turn("fault-api-revocation", "500");

        await(lab.party.signOut(session.id()));

        lab.time.settle();
        assertEquals(1, lab.simulator.count(Endpoint.LOGOUT));
        assertTrue(lives());
    }

    @Test
    void a_server_that_fails_is_not_asked_for_the_next_token() throws Exception {
        try (var other = new HandMadeLab()) {
            other.psc.answer("/api", """
                    {"access_token":"token","token_type":"Bearer","expires_in":60,"refresh_token":"again"}""");
            other.psc.answer("/revoke", HandMadePsc.status(503));
            var api = ApiAudience.of("api", URI.create(other.psc.issuer() + "/api"), Lab.API_CLIENT)
                    .withRevocationEndpoint(URI.create(other.psc.issuer() + "/revoke"));
            var id = other.logIn().id();
            await(other.party.exchange(id, api));

            await(other.party.signOut(id));

            other.time.settle();
            assertEquals(1, other.psc.count("/revoke"));
        }
    }

    @Test
    void a_server_without_revocation_is_left_alone() throws Exception {
        var plain = new ApiAudience("plain", form.tokenEndpoint(), form.client(), form.scopes(), Optional.empty());
        lab.party.forget(session.id());
        session = lab.logIn();
        assertGivenBack();
        var before = lab.simulator.count(Endpoint.API_REVOCATION);
        token = await(lab.party.exchange(session.id(), plain));

        await(lab.party.signOut(session.id()));

        lab.time.settle();
        assertEquals(before, lab.simulator.count(Endpoint.API_REVOCATION));
        assertTrue(lives());
    }

    @Test
    void an_address_that_is_no_revocation_endpoint_after_all_fails_nothing() throws Exception {
        var wrong = form.withRevocationEndpoint(URI.create(form.tokenEndpoint() + "/none"));
        assertFalse(wrong.revocationEndpoint().equals(form.revocationEndpoint()));
        token = await(lab.party.exchange(session.id(), wrong));

        await(lab.party.signOut(session.id()));

        lab.time.settle();
        assertEquals(0, lab.simulator.count(Endpoint.API_REVOCATION));
    }
}
