package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.internal.json.ProviderMetadata;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox's document of 2024-10, reduced to what we use, and one change per test. */
class ProviderMetadataTest {
    private static final String HOST = "https://auth.bas.psc.esante.gouv.fr";
    private static final String DOCUMENT = """
            {
              "issuer": "https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet",
              "authorization_endpoint": "https://wallet.bas.psc.esante.gouv.fr/auth",
              "token_endpoint": "https://auth.bas.psc.esante.gouv.fr/r/token",
              "userinfo_endpoint": "https://auth.bas.psc.esante.gouv.fr/r/userinfo",
              "jwks_uri": "https://auth.bas.psc.esante.gouv.fr/r/certs",
              "end_session_endpoint": "https://auth.bas.psc.esante.gouv.fr/r/logout",
              "backchannel_authentication_endpoint": "https://auth.bas.psc.esante.gouv.fr/r/ciba",
              "acr_values_supported": ["0", "0"],
              "backchannel_token_delivery_modes_supported": ["poll", "ping"],
              "mtls_endpoint_aliases": {
                "token_endpoint": "https://auth.bas.psc.esante.gouv.fr/mtls/token",
                "backchannel_authentication_endpoint": "https://auth.bas.psc.esante.gouv.fr/mtls/ciba"
              }
            }
            """;

    private static ProviderMetadata check(PscEnvironment environment, boolean certificate, String json)
            throws Exception {
        return ProviderMetadata.read(json.getBytes(StandardCharsets.UTF_8), environment, certificate);
    }

    private static void refuses(String json, String member) {
        var failure = assertThrows(PscException.class, () -> check(PscEnvironment.sandbox(), false, json));
        assertEquals(LoginProblem.ENVIRONMENT_MISMATCH, failure.problem());
        assertTrue(failure.getMessage().contains(member), failure.getMessage());
    }

    @Test
    void an_announced_issuer_of_the_return_is_demanded_of_everybody_but_psc_itself() throws Exception {
        var announced = DOCUMENT.replaceFirst("\\{", "{\"authorization_response_iss_parameter_supported\": true,");
        var elsewhere = "psc.example";
        var custom = PscEnvironment.custom(
                URI.create("https://auth." + elsewhere + "/auth/realms/esante-wallet"),
                URI.create("https://wallet." + elsewhere + "/auth"));

        assertFalse(check(PscEnvironment.sandbox(), false, announced).namesIssuer());
        assertTrue(check(custom, false, announced.replace("bas.psc.esante.gouv.fr", elsewhere))
                .namesIssuer());
        assertFalse(check(custom, false, DOCUMENT.replace("bas.psc.esante.gouv.fr", elsewhere))
                .namesIssuer());
    }

    @Test
    void the_document_of_the_environment_is_taken() throws Exception {
        var metadata = check(PscEnvironment.sandbox(), false, DOCUMENT);

        assertEquals(
                "https://wallet.bas.psc.esante.gouv.fr/auth",
                metadata.authorization().toString());
        assertEquals(HOST + "/r/token", metadata.token().toString());
    }

    @Test
    void a_client_with_a_certificate_uses_the_aliases_that_there_are() throws Exception {
        var metadata = check(PscEnvironment.sandbox(), true, DOCUMENT);

        assertEquals(HOST + "/mtls/token", metadata.token().toString());
        assertEquals(HOST + "/r/userinfo", metadata.userInfo().toString());
        assertEquals(Optional.of(HOST + "/r/logout"), metadata.endSession().map(Object::toString));
        assertEquals(Optional.of(HOST + "/mtls/ciba"), metadata.backchannel().map(Object::toString));
    }

    @Test
    void a_browser_is_never_sent_to_an_alias_that_wants_a_certificate() throws Exception {
        var json = DOCUMENT.replace(
                "\"mtls_endpoint_aliases\": {",
                "\"mtls_endpoint_aliases\": { \"end_session_endpoint\": \"" + HOST + "/mtls/logout\",");

        var metadata = check(PscEnvironment.sandbox(), true, json);

        assertEquals(Optional.of(HOST + "/mtls/logout"), metadata.endSession().map(Object::toString));
        assertEquals(Optional.of(HOST + "/r/logout"), metadata.endSessionPage().map(Object::toString));
    }

    @Test
    void the_document_of_the_other_environment_is_refused() {
        var failure = assertThrows(PscException.class, () -> check(PscEnvironment.production(), false, DOCUMENT));

        assertEquals(LoginProblem.ENVIRONMENT_MISMATCH, failure.problem());
    }

    @Test
    void an_issuer_that_differs_by_a_slash_is_refused() {
        refuses(DOCUMENT.replace("realms/esante-wallet\"", "realms/esante-wallet/\""), "issuer");
    }

    @ParameterizedTest
    @CsvSource({
        "/r/token, token_endpoint",
        "/r/userinfo, userinfo_endpoint",
        "/r/certs, jwks_uri",
        "/r/logout, end_session_endpoint",
        "/r/ciba, backchannel_authentication_endpoint"
    })
    void an_endpoint_on_another_host_is_refused(String path, String member) {
        refuses(DOCUMENT.replace(HOST + path, "https://auth.esw.esante.gouv.fr" + path), member);
        refuses(DOCUMENT.replace(HOST + path, HOST + ":8443" + path), member);
        refuses(DOCUMENT.replace(HOST + path, "http://auth.bas.psc.esante.gouv.fr" + path), member);
        refuses(DOCUMENT.replace(HOST + path, "https://x@auth.bas.psc.esante.gouv.fr" + path), member);
    }

    @Test
    void an_endpoint_with_a_fragment_is_refused_at_once_and_not_kept() {
        refuses(DOCUMENT.replace("/r/token", "/r/token#x"), "token_endpoint");
        refuses(DOCUMENT.replace("/r/ciba", "/r/ciba#x"), "backchannel_authentication_endpoint");
    }

    @Test
    void a_login_page_on_the_issuer_s_host_is_refused() {
        // What Keycloak's own document says: it is not PSC's login page.
        refuses(DOCUMENT.replace("https://wallet.bas.psc", "https://auth.bas.psc"), "authorization_endpoint");
    }

    @Test
    void an_alias_on_another_host_is_refused() {
        var json = DOCUMENT.replace(HOST + "/mtls/token", "https://example.test/token");

        assertThrows(PscException.class, () -> check(PscEnvironment.sandbox(), true, json));
    }

    @ParameterizedTest
    @CsvSource({"authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"})
    void a_document_that_lacks_what_every_login_needs_is_refused(String member) {
        refuses(DOCUMENT.replaceFirst(member, "renamed"), member);
    }

    @Test
    void back_channel_and_logout_endpoints_may_be_absent() throws Exception {
        var json = DOCUMENT.replace("end_session_endpoint", "x").replace("backchannel_authentication_endpoint", "y");

        var metadata = check(PscEnvironment.sandbox(), false, json);

        assertEquals(Optional.empty(), metadata.backchannel());
        assertEquals(Optional.empty(), metadata.endSession());
    }
}
