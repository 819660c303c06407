package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

class DiscoveryTest extends WithSimulator {
    private Answer wellKnown(String name) throws Exception {
        return caller.get(URI.create(simulator.issuer() + "/.well-known/" + name));
    }

    @Test
    void the_standard_document_leads_to_an_error_page() throws Exception {
        var document = wellKnown("openid-configuration").assertOk().json();

        var page = caller.get(URI.create(
                document.get("authorization_endpoint").asText() + "?" + Caller.encoded(BrowserLogin.request())));

        assertEquals(simulator.issuer().toString(), document.get("issuer").asText());
        assertEquals(
                caller.endpoint("auth").toString(),
                document.get("authorization_endpoint").asText());
        assertEquals(400, page.status());
        assertEquals("", page.header("Location"));
        assertTrue(page.response().body().contains("wallet-openid-configuration"));
        assertEquals(1, simulator.count(Endpoint.STANDARD_DISCOVERY));
        assertEquals(1, simulator.count(Endpoint.STANDARD_AUTHORIZATION));
    }

    @Test
    void other_documents_do_not_exist() throws Exception {
        wellKnown("wallet-openid-configuration").assertOk();

        assertEquals(404, wellKnown("oauth-authorization-server").status());
        assertEquals(1, simulator.count(Endpoint.DISCOVERY));
        assertEquals(1, simulator.count(Endpoint.UNKNOWN));
    }

    @Test
    void names_the_realm_and_the_wallet() throws Exception {
        var document = wellKnown("wallet-openid-configuration").json();

        assertEquals(simulator.issuer().toString(), document.get("issuer").asText());
        assertEquals(
                simulator.authorizationEndpoint().toString(),
                document.get("authorization_endpoint").asText());
        assertEquals(
                caller.endpoint("ext/ciba/auth").toString(),
                document.get("backchannel_authentication_endpoint").asText());
        assertEquals(
                caller.endpoint("token").toString(),
                document.get("token_endpoint").asText());
        assertEquals(
                caller.endpoint("token").toString(),
                document.get("mtls_endpoint_aliases").get("token_endpoint").asText());
        assertTrue(simulator.issuer().getPath().equals("/auth/realms/esante-wallet"));
    }

    @Test
    void advertises_what_the_real_service_advertises_and_does_not_do() throws Exception {
        var document = wellKnown("wallet-openid-configuration").json();

        assertEquals("[\"0\",\"0\"]", document.get("acr_values_supported").toString());
        assertEquals(
                "[\"poll\",\"ping\"]",
                document.get("backchannel_token_delivery_modes_supported").toString());
    }
}
