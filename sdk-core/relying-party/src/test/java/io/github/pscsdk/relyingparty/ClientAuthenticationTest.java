package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import io.github.pscsdk.relyingparty.internal.http.ClientCredentials.Method;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.AuthMethod;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAuthenticationTest {
    private static final String CERTIFIED = "editeur-mtls";

    private final TestTime time = new TestTime();

    private PscSimulator simulatorWithCertificates() {
        return PscSimulator.builder()
                .https()
                .client(SimulatedClient.withCertificate(CERTIFIED))
                .client(SimulatedClient.withSecret(Lab.CLIENT, Lab.SECRET))
                .interval(Duration.ofSeconds(1))
                .clock(time.clock)
                .start();
    }

    private RelyingPartyBuilder partyOf(PscSimulator simulator) {
        return time.setOn(
                RelyingParty.builder(PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint())));
    }

    private PscSession logIn(RelyingParty party) throws Exception {
        return time.outcome(await(
                party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42"))));
    }

    private static Set<AuthMethod> methods(PscSimulator simulator) {
        return simulator.requests().stream()
                .filter(r -> Set.of(Endpoint.BACKCHANNEL_AUTHENTICATION, Endpoint.TOKEN, Endpoint.LOGOUT)
                        .contains(r.endpoint()))
                .map(r -> r.authMethod())
                .collect(Collectors.toSet());
    }

    @Test
    void a_secret_in_the_header_even_with_odd_characters() throws Exception {
        try (var lab = Lab.open()) {
            lab.logIn();

            assertEquals(Set.of(AuthMethod.CLIENT_SECRET_BASIC), methods(lab.simulator));
        }
    }

    @Test
    void a_secret_in_the_form() throws Exception {
        try (var lab = Lab.with(s -> s, p -> p.client(Lab.CLIENT, ClientAuthentication.clientSecretPost(Lab.SECRET)))) {
            lab.logIn();

            assertEquals(Set.of(AuthMethod.CLIENT_SECRET_POST), methods(lab.simulator));
        }
    }

    @Test
    void a_wrong_secret_is_a_rejected_client() throws Exception {
        try (var lab = Lab.with(s -> s, p -> p.client(Lab.CLIENT, ClientAuthentication.clientSecretPost("wrong")))) {
            assertEquals(LoginProblem.CLIENT_REJECTED, lab.failure("899999100011"));
        }
    }

    @Test
    void a_certificate_from_a_pkcs12_file(@TempDir Path folder) throws Exception {
        try (var simulator = simulatorWithCertificates()) {
            var file = folder.resolve("client.p12");
            try (var out = Files.newOutputStream(file)) {
                simulator.clientKeyStore(CERTIFIED).store(out, simulator.keyStorePassword());
            }
            try (var party = partyOf(simulator)
                    .client(CERTIFIED, ClientAuthentication.tlsClientAuth(file, simulator.keyStorePassword()))
                    .trustedCertificates(simulator.trustStore())
                    .build()) {

                var session = logIn(party);
                await(party.exchange(
                        session.id(),
                        ApiAudience.of(
                                "form", simulator.apiTokenEndpoint(), ApiClientRegistration.withCertificateOfPsc())));
                await(party.signOut(session.id()));

                assertEquals(Set.of(AuthMethod.TLS_CLIENT_AUTH), methods(simulator));
                assertTrue(party.certificateSubject().orElseThrow().contains("CN=" + CERTIFIED));
                assertEquals(
                        party.certificateSubject(),
                        simulator.requests().stream()
                                .filter(r -> r.endpoint() == Endpoint.API_TOKEN)
                                .findFirst()
                                .orElseThrow()
                                .certificateSubject());
            }
        }
    }

    /** RFC 8705, section 5. */
    @Test
    void a_client_without_a_certificate_asks_at_no_address_for_those_that_have_one() throws Exception {
        try (var psc = new HandMadePsc();
                var party = psc.party().build()) {
            psc.discovery(psc.document().replaceFirst("\\{", """
                    {"mtls_endpoint_aliases": {"backchannel_authentication_endpoint": "%s/mtls"},
                    """.formatted(psc.issuer())));

            await(party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42")))
                    .cancel();

            assertEquals(0, psc.count("/mtls"));
        }
    }

    @Test
    void a_secret_goes_over_tls_too() throws Exception {
        try (var simulator = simulatorWithCertificates();
                var party = partyOf(simulator)
                        .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                        .trustedCertificates(simulator.trustStore())
                        .build()) {
            logIn(party);

            assertEquals(Optional.empty(), party.certificateSubject());
        }
    }

    @Test
    void a_server_whose_authority_is_not_trusted_is_not_talked_to() {
        try (var simulator = simulatorWithCertificates();
                var party = partyOf(simulator)
                        .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                        .build()) {
            var failure = assertThrows(PscException.class, () -> logIn(party));

            assertEquals(LoginProblem.PSC_UNAVAILABLE, failure.problem());
            assertEquals(List.of(), simulator.requests());
        }
    }

    @Test
    void a_pkcs12_file_under_another_password_cannot_be_read(@TempDir Path folder) throws Exception {
        try (var simulator = simulatorWithCertificates()) {
            var file = folder.resolve("client.p12");
            try (var out = Files.newOutputStream(file)) {
                simulator.clientKeyStore(CERTIFIED).store(out, simulator.keyStorePassword());
            }

            assertThrows(IOException.class, () -> ClientAuthentication.tlsClientAuth(file, "wrong".toCharArray()));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ClientAuthentication.tlsClientAuth(
                            simulator.clientKeyStore(CERTIFIED), "wrong".toCharArray()));
        }
    }

    @Test
    void a_key_store_without_a_key_is_refused() throws Exception {
        var empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);

        assertThrows(IllegalArgumentException.class, () -> ClientAuthentication.tlsClientAuth(empty, new char[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "se\ncret", "se\u200Bcret", "\tsecret", "secret\u0000"})
    void a_secret_that_cannot_be_right_is_refused(String secret) {
        assertThrows(IllegalArgumentException.class, () -> ClientAuthentication.clientSecretBasic(secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\n", "secret\r\n", "\uFEFFsecret", "secret\u200B", "\u200Bsecret\u200B\n"})
    void what_pasting_adds_is_dropped(String pasted) {
        assertEquals(
                ClientCredentials.secret(Method.CLIENT_SECRET_BASIC, "secret"),
                ClientAuthentication.clientSecretBasic(pasted).credentials());
    }

    @Test
    void spaces_belong_to_the_secret() {
        assertEquals(
                ClientCredentials.secret(Method.CLIENT_SECRET_POST, " a secret "),
                ClientAuthentication.clientSecretPost(" a secret ").credentials());
    }

    @Test
    void printing_shows_the_method_only() {
        assertEquals(
                "client_secret_basic",
                ClientAuthentication.clientSecretBasic("s3").toString());
        assertEquals(
                "client_secret_post",
                ClientAuthentication.clientSecretPost("s3").toString());
    }
}
