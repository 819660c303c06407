package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.json.CertificateConfirmation;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.AuthMethod;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.RecordedRequest;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Which client the service is at the authorization server of an API, and that no other server is told the secret of PSC. */
@Isolated("reads the log of a class that others use")
class ApiClientRegistrationTest {
    private static final String SECRET_THERE = "a fictitious secret for the API";
    private static final String CERTIFIED_THERE = "editeur-demo-certifie";
    private static final String OTHER = "editeur-autre";

    /** An API whose server does not know the client of PSC. */
    private static Lab apiThatKnowsItsOwnClientsOnly() {
        return Lab.with(simulator -> simulator.apiClient(SimulatedClient.withSecret("editeur-demo-api", SECRET_THERE)));
    }

    private static ApiAudience audience(Lab lab, ApiClientRegistration client) {
        return ApiAudience.of("form", lab.simulator.apiTokenEndpoint(), client);
    }

    private static Set<Optional<String>> certificates(PscSimulator simulator, Endpoint endpoint) {
        return simulator.requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .map(RecordedRequest::certificateSubject)
                .collect(Collectors.toSet());
    }

    private static X509Certificate certificateOf(PscSimulator simulator, String client) throws Exception {
        var store = simulator.clientKeyStore(client);
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }

    @Test
    void an_api_is_asked_by_its_own_client_and_psc_by_psc_s() throws Exception {
        try (var lab = apiThatKnowsItsOwnClientsOnly()) {
            var session = lab.logIn();
            var own = ApiClientRegistration.of("editeur-demo-api", ClientAuthentication.clientSecretPost(SECRET_THERE));

            await(lab.party.exchange(session.id(), audience(lab, own)));

            var asked = lab.simulator.requests().stream()
                    .filter(request -> request.endpoint() == Endpoint.API_TOKEN)
                    .findFirst()
                    .orElseThrow();
            assertEquals("editeur-demo-api", asked.form().get("client_id"));
            assertEquals(AuthMethod.CLIENT_SECRET_POST, asked.authMethod());
        }
    }

    @Test
    void the_secret_of_psc_goes_to_an_api_only_where_the_name_says_that_this_is_dangerous() throws Exception {
        try (var lab = Lab.open()) {
            var session = lab.logIn();

            assertThrows(
                    IllegalArgumentException.class,
                    () -> lab.party.exchange(
                            session.id(), audience(lab, ApiClientRegistration.withCertificateOfPsc())));
            assertEquals(0, lab.simulator.count(Endpoint.API_TOKEN));
            await(lab.party.exchange(session.id(), audience(lab, ApiClientRegistration.dangerouslyWithClientOfPsc())));
        }
    }

    @Test
    void the_secret_of_psc_does_not_get_there_under_another_client_id_either() {
        for (var proof : new ClientAuthentication[] {
            ClientAuthentication.clientSecretBasic(Lab.SECRET), ClientAuthentication.clientSecretPost(Lab.SECRET)
        }) {
            try (var lab = Lab.open()) {
                var audience = audience(lab, ApiClientRegistration.of("editeur-demo-api", proof));

                var refused = assertThrows(
                        IllegalArgumentException.class, () -> lab.party.exchange(SessionId.draw(), audience));
                assertFalse(refused.getMessage().contains(Lab.SECRET));
            }
        }
    }

    @Test
    void an_api_whose_client_cannot_be_used_stops_the_start() {
        try (var lab = Lab.open()) {
            var builder = lab.another()
                    .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                    .api(audience(lab, ApiClientRegistration.withCertificateOfPsc()));

            assertThrows(IllegalArgumentException.class, builder::build);
        }
    }

    @Test
    void a_secret_of_psc_that_an_api_is_told_is_warned_of_at_the_start() {
        var logger = (Logger) LoggerFactory.getLogger(KnownApis.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.setLevel(Level.WARN);
        logger.addAppender(lines);
        try (var lab = Lab.open()) {
            lab.another()
                    .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                    .api(audience(lab, Lab.API_CLIENT))
                    .api(audience(lab, ApiClientRegistration.dangerouslyWithClientOfPsc()))
                    .build()
                    .close();
        }
        logger.detachAppender(lines);
        logger.setLevel(null);

        assertEquals(1, lines.list.size());
        assertTrue(lines.list.get(0).getFormattedMessage().contains("form"));
    }

    @Test
    void a_certificate_for_an_api_is_shown_to_no_other_server_and_needs_none_at_psc() throws Exception {
        var time = new TestTime();
        try (var simulator = PscSimulator.builder()
                        .https()
                        .clock(time.clock)
                        .client(SimulatedClient.withSecret(Lab.CLIENT, Lab.SECRET))
                        .client(SimulatedClient.withCertificate(CERTIFIED_THERE))
                        .client(SimulatedClient.withCertificate(OTHER))
                        .interval(Duration.ofSeconds(1))
                        .start();
                var party = time.setOn(RelyingParty.builder(
                                PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint())))
                        .client(Lab.CLIENT, ClientAuthentication.clientSecretBasic(Lab.SECRET))
                        .trustedCertificates(simulator.trustStore())
                        .build()) {
            var proof = ClientAuthentication.tlsClientAuth(
                    simulator.clientKeyStore(CERTIFIED_THERE), simulator.keyStorePassword());
            var bound = ApiAudience.of(
                    "bound", simulator.apiTokenEndpoint(), ApiClientRegistration.of(CERTIFIED_THERE, proof));
            var secret = ApiAudience.of(
                    "secret", simulator.apiTokenEndpoint(), ApiClientRegistration.dangerouslyWithClientOfPsc());
            var session = time.outcome(await(party.beginBackchannelLogin(
                    BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42"))));

            var token = await(party.exchange(session.id(), bound));
            await(party.exchange(session.id(), secret));

            assertEquals(Set.of(Optional.empty()), certificates(simulator, Endpoint.TOKEN));
            // The second one went over another connection to the same server, which shows nothing.
            assertEquals(2, certificates(simulator, Endpoint.API_TOKEN).size());
            var bond = CertificateConfirmation.in(token.reveal()).orElseThrow();
            assertTrue(bond.isOf(certificateOf(simulator, CERTIFIED_THERE)));
            assertFalse(bond.isOf(certificateOf(simulator, OTHER)));
        }
    }

    @Test
    void a_certificate_needs_an_authorization_server_over_https() throws Exception {
        var time = new TestTime();
        try (var simulator = PscSimulator.builder()
                        .https()
                        .clock(time.clock)
                        .client(SimulatedClient.withCertificate(CERTIFIED_THERE))
                        .start();
                var lab = Lab.open()) {
            var proof = ClientAuthentication.tlsClientAuth(
                    simulator.clientKeyStore(CERTIFIED_THERE), simulator.keyStorePassword());
            var plain = audience(lab, ApiClientRegistration.of(CERTIFIED_THERE, proof));

            assertThrows(IllegalArgumentException.class, () -> lab.party.exchange(SessionId.draw(), plain));
        }
    }

    @Test
    void a_client_that_the_api_s_server_does_not_know_is_a_refused_token() throws Exception {
        try (var lab = apiThatKnowsItsOwnClientsOnly()) {
            var session = lab.logIn();
            var unknown = audience(lab, ApiClientRegistration.dangerouslyWithClientOfPsc());

            var failure = assertThrows(PscException.class, () -> await(lab.party.exchange(session.id(), unknown)));
            assertEquals(LoginProblem.API_TOKEN_REFUSED, failure.problem());
        }
    }

    @Test
    void printing_a_client_shows_its_id_and_its_method_only() {
        assertEquals("ApiClientRegistration[editeur-demo-api, client_secret_basic]", Lab.API_CLIENT.toString());
        assertEquals(
                "ApiClientRegistration[of PSC]",
                ApiClientRegistration.withCertificateOfPsc().toString());
    }

    @Test
    void a_keycloak_s_revocation_endpoint_is_known_by_its_token_endpoint() {
        var client = Lab.API_CLIENT;
        var keycloak = URI.create("https://api.example/realms/forms/protocol/openid-connect/token");

        assertEquals(
                Optional.of(URI.create("https://api.example/realms/forms/protocol/openid-connect/revoke")),
                ApiAudience.of("form", keycloak, client).revocationEndpoint());
        assertEquals(
                Optional.empty(),
                ApiAudience.of("form", URI.create("https://api.example/token"), client)
                        .revocationEndpoint());
    }
}
