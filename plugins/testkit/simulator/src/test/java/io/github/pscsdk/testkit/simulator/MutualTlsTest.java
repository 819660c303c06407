package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.AuthMethod;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MutualTlsTest {
    private static final String MTLS = "editeur-mtls";
    private static final String TRUSTED = "espace-de-confiance";

    private final VirtualClock clock = VirtualClock.standing();
    private final PscSimulator simulator = PscSimulator.builder()
            .client(Caller.registration())
            .client(SimulatedClient.withCertificate(MTLS))
            .client(SimulatedClient.withCertificate("autre-mtls"))
            .client(SimulatedClient.withSecret(TRUSTED, "secret").demandingCertificate())
            .clock(clock)
            .https()
            .start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Caller with(KeyManager... keys) throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(simulator.trustStore());
        var context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return new Caller(simulator, HttpClient.newBuilder().sslContext(context).build());
    }

    private Caller withCertificateOf(String clientId) throws Exception {
        return with(keys(simulator.clientKeyStore(clientId), simulator.keyStorePassword()));
    }

    private static KeyManager[] keys(KeyStore store, char[] password) throws Exception {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static Answer start(Caller caller, String... credentials) throws Exception {
        var form = Caller.backchannel("899999100011");
        form.putAll(Caller.fields(credentials));
        return caller.post(caller.endpoint("ext/ciba/auth"), "", Caller.encoded(form));
    }

    @Test
    void the_pages_are_served_over_tls_too_and_ask_for_no_certificate() throws Exception {
        assertEquals("https", simulator.pages().getScheme());
        with().get(simulator.pages().resolve("/cockpit")).assertOk();
    }

    @Test
    void a_certificate_with_the_client_id_as_its_cn_is_enough() throws Exception {
        start(withCertificateOf(MTLS), "client_id", MTLS).assertOk();

        var request = simulator.requests().get(0);
        assertEquals(AuthMethod.TLS_CLIENT_AUTH, request.authMethod());
        assertEquals(
                Optional.of("CN=editeur-mtls,OU=312345678200010,O=EDITEUR FICTIF,C=FR"), request.certificateSubject());
        assertEquals("https", simulator.issuer().getScheme());
    }

    @Test
    void another_clients_certificate_is_refused() throws Exception {
        start(withCertificateOf("autre-mtls"), "client_id", MTLS).assertRefused(401, "invalid_client");
    }

    @Test
    void no_certificate_is_refused() throws Exception {
        start(with(), "client_id", MTLS).assertRefused(401, "invalid_client");
    }

    @Test
    void a_secret_of_a_client_with_a_certificate_is_refused() throws Exception {
        start(withCertificateOf(MTLS), "client_id", MTLS, "client_secret", "secret")
                .assertRefused(401, "invalid_client");
        var basic = withCertificateOf(MTLS);
        basic.post(
                        basic.endpoint("ext/ciba/auth"),
                        Caller.basic(MTLS, "secret"),
                        Caller.encoded(Caller.backchannel("899999100011")))
                .assertRefused(401, "invalid_client");
    }

    @Test
    void a_client_with_a_secret_cannot_do_with_a_certificate() throws Exception {
        start(withCertificateOf(Caller.ID), "client_id", Caller.ID).assertRefused(401, "invalid_client");
    }

    @Test
    void a_client_with_a_secret_may_present_a_certificate_besides() throws Exception {
        start(withCertificateOf(Caller.ID), "client_id", Caller.ID, "client_secret", Caller.SECRET)
                .assertOk();
    }

    @Test
    void in_the_espace_de_confiance_a_secret_alone_is_refused() throws Exception {
        start(with(), "client_id", TRUSTED, "client_secret", "secret").assertRefused(401, "invalid_client");
        start(withCertificateOf(MTLS), "client_id", TRUSTED, "client_secret", "secret")
                .assertRefused(401, "invalid_client");
        start(withCertificateOf(TRUSTED), "client_id", TRUSTED, "client_secret", "wrong")
                .assertRefused(401, "invalid_client");
    }

    @Test
    void in_the_espace_de_confiance_the_certificate_is_enough_and_the_secret_may_come_with_it() throws Exception {
        start(withCertificateOf(TRUSTED), "client_id", TRUSTED).assertOk();
        start(withCertificateOf(TRUSTED), "client_id", TRUSTED, "client_secret", "secret")
                .assertOk();
    }

    @Test
    void a_certificate_of_another_hierarchy_is_not_let_in() throws Exception {
        try (var other = PscSimulator.builder()
                .client(SimulatedClient.withCertificate(MTLS))
                .https()
                .start()) {
            var forged = with(keys(other.clientKeyStore(MTLS), other.keyStorePassword()));

            // Whether the client learns of it as an alert or as a closed connection is a matter of timing in TLS 1.3.
            assertThrows(IOException.class, () -> start(forged, "client_id", MTLS));
            assertEquals(0, simulator.requests().size());
        }
    }

    @Test
    void a_client_that_does_not_know_the_root_does_not_connect() throws Exception {
        var stranger = new Caller(simulator, HttpClient.newHttpClient());

        assertThrows(SSLException.class, () -> stranger.get(simulator.issuer()));
    }

    @Test
    void a_slow_connect_delays_the_handshake() throws Exception {
        simulator.turn("slow-connect-auth", "PT10M");
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(simulator.trustStore());
        var context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[0], trust.getTrustManagers(), null);
        var issuer = simulator.issuer();
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket(issuer.getHost(), issuer.getPort())) {
            socket.setSoTimeout(300);

            assertThrows(SocketTimeoutException.class, socket::startHandshake);
        }
    }

    @Test
    void the_login_page_asks_for_no_certificate() throws Exception {
        var caller = withCertificateOf(MTLS);

        caller.get(simulator.authorizationEndpoint());

        assertEquals(Optional.empty(), simulator.requests().get(0).certificateSubject());
    }

    @Test
    void a_token_of_the_api_names_the_certificate_in_the_spelling_of_ans() throws Exception {
        var caller = withCertificateOf(MTLS);
        var id = start(caller, "client_id", MTLS).text("auth_req_id");
        clock.advance(Duration.ofSeconds(5));
        var tokens = send(caller, caller.endpoint("token"), "urn:openid:params:grant-type:ciba", "auth_req_id", id);

        var answer = send(
                caller,
                simulator.apiTokenEndpoint(),
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                tokens.text("access_token"),
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token");

        var certificate = (X509Certificate) simulator.clientKeyStore(MTLS).getCertificate("key");
        var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        var hex = HexFormat.of().formatHex(digest);
        assertEquals(
                Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII)),
                answer.claims("access_token").get("cnf").get("x5t#S256").asText());
        assertEquals("312345678200010", organizationalUnit(certificate));
    }

    private static Answer send(Caller caller, URI uri, String grantType, String... fields) throws Exception {
        Map<String, String> form = Caller.fields(fields);
        form.put("grant_type", grantType);
        form.put("client_id", MTLS);
        return caller.post(uri, "", Caller.encoded(form)).assertOk();
    }

    private static String organizationalUnit(X509Certificate certificate) {
        var name = certificate.getSubjectX500Principal().getName();
        assertTrue(name.contains("OU="), "the structure is named");
        return name.replaceAll(".*OU=([^,]*),.*", "$1");
    }
}
