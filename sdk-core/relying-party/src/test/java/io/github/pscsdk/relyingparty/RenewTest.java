package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import java.net.InetAddress;
import java.net.URI;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** What proves the client, and whom it trusts, is replaced while it runs. */
class RenewTest {
    private static final BindingMessage DIGITS = new BindingMessage("42");

    @Test
    void a_new_secret_serves_from_the_next_call_on_and_the_session_stays() throws Exception {
        try (var lab = Lab.open();
                var party = lab.another()
                        .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic("a secret of yesterday"))
                        .build()) {
            var session = lab.logIn();
            assertEquals(LoginProblem.CLIENT_REJECTED, failure(party));

            party.renew(ClientAuthentication.clientSecretBasic(Lab.SECRET), Optional.empty(), List.of());

            assertEquals(
                    Lab.PHARMACIST,
                    lab.outcome(await(party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), DIGITS)))
                            .professional()
                            .nationalId());
            assertEquals(session, await(party.requireSession(session.id())));
        }
    }

    private static LoginProblem failure(RelyingParty party) {
        var failure = assertThrows(
                PscException.class,
                () -> await(party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), DIGITS)));
        return (LoginProblem) failure.problem();
    }

    @Test
    void a_call_under_way_ends_as_it_began() throws Exception {
        try (var psc = new HandMadePsc();
                var party = psc.party().build()) {
            var hold = psc.holdNext("/ciba");
            var begun = party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), DIGITS);
            Await.until("the login was begun", () -> psc.count("/ciba") == 1);

            party.renew(ClientAuthentication.clientSecretPost("another secret"), Optional.empty(), List.of());
            hold.complete(null);

            await(begun).cancel();
        }
    }

    @Test
    void authorities_that_are_added_are_trusted() throws Exception {
        try (var simulator = PscSimulator.builder()
                        .https()
                        .client(SimulatedClient.withSecret(Lab.CLIENT, Lab.SECRET))
                        .start();
                var party = RelyingParty.builder(
                                PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                        .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                        .build()) {
            assertEquals(LoginProblem.PSC_UNAVAILABLE, failure(party));

            party.renew(
                    ClientAuthentication.clientSecretBasic(Lab.SECRET), Optional.of(simulator.trustStore()), List.of());

            await(party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), DIGITS))
                    .cancel();
        }
    }

    @Test
    void a_new_certificate_is_shown_by_the_next_connection_at_the_addresses_for_those_that_have_one() throws Exception {
        var authority = new HeldCertificate.Builder().certificateAuthority(0).build();
        var first = new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName("first")
                .build();
        var second = new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName("second")
                .build();
        try (var server = serverOf(authority)) {
            server.requireClientAuth();
            server.start(InetAddress.getLoopbackAddress(), 0);
            var base = "https://127.0.0.1:" + server.getPort();
            var environment = PscEnvironment.custom(URI.create(base + "/realm"), URI.create(base + "/wallet"));
            try (var party = RelyingParty.builder(environment)
                    .client(Lab.CLIENT, shown(first))
                    .redirectUri(Lab.REDIRECT)
                    .trustedCertificates(trusting(authority))
                    .build()) {
                assertEquals("CN=first", shownTo(server, party));

                party.renew(shown(second), Optional.of(trusting(authority)), List.of());

                assertEquals("CN=second", shownTo(server, party));
                assertEquals(Optional.of("CN=second"), party.certificateSubject());

                assertEquals("/mtls", askedAt(server, party, base));
            }
        }
    }

    private static MockWebServer serverOf(HeldCertificate authority) {
        var own = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        var server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(own)
                .addTrustedCertificate(authority.certificate())
                .build()
                .sslSocketFactory());
        return server;
    }

    /** Where a back-channel login is begun by a client with a certificate: RFC 8705, section 5. */
    private static String askedAt(MockWebServer server, RelyingParty party, String base) throws Exception {
        server.enqueue(
                new MockResponse.Builder().body("""
                        {"issuer": "BASE/realm", "authorization_endpoint": "BASE/wallet", "token_endpoint": "BASE/token",
                         "userinfo_endpoint": "BASE/userinfo", "jwks_uri": "BASE/certs",
                         "backchannel_authentication_endpoint": "BASE/ciba",
                         "mtls_endpoint_aliases": {"backchannel_authentication_endpoint": "BASE/mtls"}}
                        """.replace("BASE", base)).build());
        server.enqueue(new MockResponse.Builder().code(404).build());
        failure(party);
        server.takeRequest();
        return server.takeRequest().getUrl().encodedPath();
    }

    private static String shownTo(MockWebServer server, RelyingParty party) throws Exception {
        server.enqueue(new MockResponse.Builder().code(404).build());
        assertThrows(PscException.class, () -> await(party.beginBrowserLogin()));
        var peer = server.takeRequest().getHandshake().peerCertificates().get(0);
        return ((X509Certificate) peer).getSubjectX500Principal().getName();
    }

    private static ClientAuthentication shown(HeldCertificate certificate) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var password = "any".toCharArray();
        store.setKeyEntry(
                "client", certificate.keyPair().getPrivate(), password, new X509Certificate[] {certificate.certificate()
                });
        return ClientAuthentication.tlsClientAuth(store, password);
    }

    private static KeyStore trusting(HeldCertificate authority) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority.certificate());
        return store;
    }

    @Test
    void a_client_of_its_own_at_an_api_is_renewed() throws Exception {
        try (var lab = Lab.open()) {
            var session = lab.logIn();
            var wrong = api(lab, "a secret of yesterday");
            assertThrows(PscException.class, () -> await(lab.party.exchange(session.id(), wrong)));
            var proof = ClientAuthentication.clientSecretBasic(Lab.SECRET);

            var right = api(lab, "a fictitious secret for the API");
            lab.party.renew(proof, Optional.empty(), List.of(right));

            assertFalse(await(lab.party.exchange(session.id(), right)).reveal().isEmpty());
        }
    }

    @Test
    void a_client_at_an_api_that_cannot_be_used_leaves_all_as_it_was() throws Exception {
        try (var lab = Lab.open()) {
            var next = ClientAuthentication.clientSecretBasic("another secret");

            assertThrows(
                    IllegalArgumentException.class,
                    () -> lab.party.renew(next, Optional.empty(), List.of(api(lab, "another secret"))));

            assertEquals(Lab.PHARMACIST, lab.logIn().professional().nationalId());
        }
    }

    @Test
    void the_secret_of_now_is_no_secret_for_an_api_either() throws Exception {
        try (var lab = Lab.open()) {
            var session = lab.logIn();
            var next = ClientAuthentication.clientSecretBasic("another secret");
            lab.party.renew(next, Optional.empty(), List.of());

            assertThrows(
                    IllegalArgumentException.class,
                    () -> await(lab.party.exchange(session.id(), api(lab, "another secret"))));
        }
    }

    @Test
    void a_token_is_given_back_by_the_secret_of_now() throws Exception {
        try (var lab = new HandMadeLab()) {
            lab.psc.answer("/revoke", HandMadePsc.status(200));
            lab.psc.answer("/api", """
                    {"access_token":"fresh","token_type":"Bearer","expires_in":60}""");
            var session = lab.logIn();
            await(lab.party.exchange(session.id(), revocable(lab, "of-yesterday")));

            lab.party.renew(
                    ClientAuthentication.clientSecretPost("a fictitious secret"),
                    Optional.empty(),
                    List.of(revocable(lab, "of-today")));
            await(lab.party.signOut(session.id()));

            lab.time.settle();
            assertEquals(1, lab.psc.forms("client_secret=of-today"));
        }
    }

    private static ApiAudience revocable(HandMadeLab lab, String secret) {
        var client = ApiClientRegistration.of("at-the-api", ClientAuthentication.clientSecretPost(secret));
        return ApiAudience.of("api", URI.create(lab.psc.issuer() + "/api"), client)
                .withRevocationEndpoint(URI.create(lab.psc.issuer() + "/revoke"));
    }

    @Test
    void authorities_that_are_added_are_trusted_at_an_api_too() throws Exception {
        var authority = new HeldCertificate.Builder().certificateAuthority(0).build();
        try (var server = serverOf(authority);
                var lab = Lab.open()) {
            server.start(InetAddress.getLoopbackAddress(), 0);
            var form = ApiAudience.of(
                    "form", URI.create("https://127.0.0.1:" + server.getPort() + "/token"), Lab.API_CLIENT);
            var session = lab.logIn();
            assertEquals(LoginProblem.API_UNAVAILABLE, refusal(lab, session, form));

            server.enqueue(new MockResponse.Builder().code(400).build());
            lab.party.renew(
                    ClientAuthentication.clientSecretBasic(Lab.SECRET), Optional.of(trusting(authority)), List.of());

            assertEquals(LoginProblem.API_TOKEN_REFUSED, refusal(lab, session, form));
        }
    }

    private static Problem refusal(Lab lab, PscSession session, ApiAudience api) {
        return assertThrows(PscException.class, () -> await(lab.party.exchange(session.id(), api)))
                .problem();
    }

    private static ApiAudience api(Lab lab, String secret) {
        var client = ApiClientRegistration.of("editeur-demo-api", ClientAuthentication.clientSecretBasic(secret));
        return ApiAudience.of("api", lab.simulator.apiTokenEndpoint(), client).withScopes(List.of("declare"));
    }

    @Test
    void what_cannot_be_used_changes_nothing() throws Exception {
        var nobody = KeyStore.getInstance("PKCS12");
        nobody.load(null, null);
        try (var lab = Lab.open()) {
            var other = ClientAuthentication.clientSecretBasic("another secret");

            assertThrows(IllegalArgumentException.class, () -> lab.party.renew(other, Optional.of(nobody), List.of()));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> lab.party.renew(
                            ClientAuthentication.clientSecretPost(Lab.SECRET), Optional.empty(), List.of()));

            assertEquals(Lab.PHARMACIST, lab.logIn().professional().nationalId());
        }
    }
}
