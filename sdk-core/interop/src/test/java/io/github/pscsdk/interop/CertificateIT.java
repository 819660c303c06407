package io.github.pscsdk.interop;

import static io.github.pscsdk.relyingparty.RelyingParty.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client that shows a certificate (RFC 8705), to which its access tokens are bound. */
@AgainstKeycloak
class CertificateIT {
    private final Wallet wallet;

    CertificateIT(Wallet wallet) {
        this.wallet = wallet;
    }

    private RelyingParty showing(KeyStore certificate) throws Exception {
        return wallet.party()
                .client(Wallet.CERTIFIED, ClientAuthentication.tlsClientAuth(certificate, Certificates.PASSWORD))
                .build();
    }

    private KeyStore registered() throws Exception {
        return wallet.certificates().client(Wallet.CERTIFIED);
    }

    @Test
    void a_browser_login_an_exchange_and_a_sign_out_by_certificate() throws Exception {
        try (var party = showing(registered())) {
            var session = new Visit(party, wallet.browser()).logIn(Wallet.PHARMACIST);

            await(() -> party.exchange(
                    session.id(),
                    ApiAudience.of(
                            "annuaire", wallet.api().tokenEndpoint(), ApiClientRegistration.withCertificateOfPsc())));
            await(() -> party.signOut(session.id()));

            assertEquals(Wallet.PHARMACIST, session.professional().nationalId());
            assertFalse(wallet.admin().endSession(session.sessionState()), "it lived on at Keycloak");
        }
    }

    @Test
    void a_login_on_the_phone_by_certificate() throws Exception {
        try (var party = showing(registered())) {
            var login = await(() ->
                    party.beginBackchannelLogin(BackchannelRequest.onMobile(Wallet.DOCTOR), new BindingMessage("42")));
            wallet.phone().next().approve();

            var session = login.outcome().toCompletableFuture().get(1, TimeUnit.MINUTES);

            assertEquals(Wallet.DOCTOR, session.professional().nationalId());
        }
    }

    @Test
    void a_certificate_of_another_subject_is_a_rejected_client() throws Exception {
        try (var party = showing(wallet.certificates().client(Wallet.NEIGHBOUR))) {
            assertRejected(party);
        }
    }

    @Test
    void a_certificate_of_an_authority_that_the_wallet_does_not_name_is_not_shown_and_the_client_rejected()
            throws Exception {
        try (var party = showing(wallet.certificates().clientOfAnotherAuthority(Wallet.CERTIFIED))) {
            assertRejected(party);
        }
    }

    private void assertRejected(RelyingParty party) throws Exception {
        var visit = new Visit(party, wallet.browser());
        var login = await(() -> party.beginBrowserLogin());

        var callback = visit.logInAtKeycloak(login, Wallet.PHARMACIST);

        assertEquals(LoginProblem.CLIENT_REJECTED, visit.failure(callback, login));
    }
}
