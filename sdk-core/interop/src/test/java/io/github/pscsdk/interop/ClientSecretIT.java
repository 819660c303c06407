package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.sessionstore.SessionStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** A client that has a secret, with characters that forms and headers must escape. */
@AgainstKeycloak
class ClientSecretIT {
    private final Wallet wallet;

    ClientSecretIT(Wallet wallet) {
        this.wallet = wallet;
    }

    private RelyingParty proving(ClientAuthentication proof) throws Exception {
        return wallet.party().client(Wallet.CLIENT, proof).build();
    }

    @Test
    void a_secret_in_the_header_serves() throws Exception {
        try (var party = proving(ClientAuthentication.clientSecretBasic(Wallet.SECRET))) {
            var session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);

            assertTrue(party.session(session.id()).isPresent());
        }
    }

    @Test
    void a_secret_in_the_form_serves() throws Exception {
        try (var party = proving(ClientAuthentication.clientSecretPost(Wallet.SECRET))) {
            var session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);

            assertTrue(party.session(session.id()).isPresent());
        }
    }

    @Test
    void a_wrong_secret_is_a_rejected_client() throws Exception {
        try (var party = proving(ClientAuthentication.clientSecretPost("wrong"))) {
            var visit = new Visit(party, wallet.browser());
            var login = await(() -> party.beginBrowserLogin());

            var callback = visit.logInAtKeycloak(login, Wallet.PHARMACIST);

            assertEquals(LoginProblem.CLIENT_REJECTED, visit.failure(callback, login));
        }
    }

    @Test
    void a_wrong_secret_at_the_back_channel_endpoint_is_a_rejected_client() throws Exception {
        try (var party = proving(ClientAuthentication.clientSecretBasic("wrong"))) {
            var failure = assertThrows(
                    PscException.class,
                    () -> await(() -> party.beginBackchannelLogin(
                            BackchannelRequest.onMobile(Wallet.PHARMACIST), new BindingMessage("42"))));

            assertEquals(LoginProblem.CLIENT_REJECTED, failure.problem());
        }
    }

    @Test
    void a_wrong_secret_at_a_refresh_is_a_rejected_client_and_ends_no_session() throws Exception {
        var store = SessionStore.inMemory(Clock.systemUTC());
        var client = wallet.party().sessionStore(store);
        try (var party = client.client(Wallet.CLIENT, ClientAuthentication.clientSecretBasic(Wallet.SECRET))
                        .build();
                var wrong = client.client(Wallet.CLIENT, ClientAuthentication.clientSecretBasic("wrong"))
                        .build()) {
            var session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);

            var failure = assertThrows(PscException.class, () -> await(() -> wrong.refresh(session.id())));

            assertEquals(LoginProblem.CLIENT_REJECTED, failure.problem());
            assertTrue(party.session(session.id()).isPresent());
        }
    }

    @Test
    void a_wrong_secret_is_one_finding_of_the_diagnosis_and_not_that_the_back_channel_is_not_enabled()
            throws Exception {
        var token = "a fictitious application token";
        try (var proxy = wallet.proxy(token)
                .client(Wallet.CLIENT, ClientAuthentication.clientSecretBasic("wrong"))
                .start()) {
            var request = HttpRequest.newBuilder(URI.create(proxy.address() + "/v1/diagnosis"))
                    .header("Authorization", "Bearer " + token)
                    .build();

            var findings = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();

            assertTrue(findings.contains(LoginProblem.CLIENT_REJECTED.code()), findings);
            assertFalse(findings.contains(LoginProblem.BACKCHANNEL_NOT_ENABLED.code()), findings);
        }
    }
}
