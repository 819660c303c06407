package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    @Test
    void every_address_that_is_offered_answers() throws Exception {
        var document = wellKnown("wallet-openid-configuration").json();
        var addresses = new TreeSet<String>();
        document.properties().forEach(member -> addAddresses(member.getValue(), addresses));
        addresses.remove(simulator.issuer().toString());
        // Advertised, and not known to be offered to anybody.
        addresses.removeIf(address ->
                address.matches(".*/(ext/par/request|auth/device|login-status-iframe.html|clients-registrations/.*)"));
        assertEquals(8, addresses.size(), addresses::toString);

        for (var address : addresses) {
            var byGet = caller.get(URI.create(address)).status();
            var byPost = caller.post(URI.create(address), Caller.basic(Caller.ID, Caller.SECRET), "a=b")
                    .status();
            assertTrue(byGet != 404 && byPost != 404, address);
            assertTrue(byGet != 405 || byPost != 405, address);
        }
        assertEquals(0, simulator.count(Endpoint.UNKNOWN));
    }

    private static void addAddresses(JsonNode node, Set<String> addresses) {
        if (node.isTextual() && node.asText().startsWith("http")) {
            addresses.add(node.asText());
        } else if (node.isObject()) {
            node.forEach(child -> addAddresses(child, addresses));
        }
    }

    @Test
    void has_all_the_members_that_were_recorded_and_no_other() throws Exception {
        var names = new ArrayList<String>();
        wellKnown("wallet-openid-configuration").json().fieldNames().forEachRemaining(names::add);

        assertEquals(54, names.size(), names::toString);
        for (var kind : List.of("token", "introspection", "revocation")) {
            assertTrue(names.contains(kind + "_endpoint_auth_signing_alg_values_supported"), kind);
        }
        assertTrue(names.contains("authorization_signing_alg_values_supported"));
        assertTrue(names.contains("backchannel_authentication_request_signing_alg_values_supported"));
    }

    @Test
    void a_simulator_beside_it_signs_with_a_key_of_its_own() throws Exception {
        try (var other = PscSimulator.builder().client(Caller.registration()).start()) {
            assertNotEquals(kid(caller), kid(new Caller(other)));
        }
    }

    private static String kid(Caller caller) throws Exception {
        var keys = caller.get(caller.endpoint("certs")).assertOk().json().get("keys");
        return keys.get(0).get("kid").asText();
    }
}
