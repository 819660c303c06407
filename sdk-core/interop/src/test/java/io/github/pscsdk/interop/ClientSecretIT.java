package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
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
            var login = await(party.beginBrowserLogin());

            var callback = visit.logInAtKeycloak(login, Wallet.PHARMACIST);

            assertEquals(LoginProblem.CLIENT_REJECTED, visit.failure(callback, login));
        }
    }
}
