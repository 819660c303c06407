package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.AuthMethod;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedRequestsTest extends WithSimulator {
    @Test
    void the_requests_show_what_was_asked_and_hide_what_is_secret() throws Exception {
        var tokens = login("512345678200010/EMP00001");

        var requests = simulator.requests();

        assertEquals(1, simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
        assertEquals(1, simulator.count(Endpoint.TOKEN));
        assertEquals(
                Map.of(
                        "scope", "openid scope_all",
                        "acr_values", "eidas1",
                        "login_hint", "512345678200010/EMP00001",
                        "binding_message", "***",
                        "channel", "MOBILE"),
                requests.get(0).form());
        assertEquals("***", requests.get(1).form().get("auth_req_id"));
        assertEquals(AuthMethod.CLIENT_SECRET_BASIC, requests.get(1).authMethod());
        for (var secret : new String[] {"access_token", "refresh_token", "id_token"}) {
            assertTrue(simulator.issuedSecrets().contains(tokens.text(secret)), secret);
        }
        assertTrue(simulator.issuedSecrets().contains("07"), "the binding message");
        assertTrue(simulator.issuedSecrets().contains(Caller.SECRET), "the client secret");
    }

    @Test
    void a_code_that_comes_twice_is_found_and_so_is_a_refresh_token() throws Exception {
        var exchange = BrowserLogin.exchange(new BrowserLogin(simulator, caller).code());
        var tokens = caller.post("token", exchange).assertOk();
        var refresh = Map.of("grant_type", "refresh_token", "refresh_token", tokens.text("refresh_token"));
        caller.post("token", refresh).assertOk();
        assertEquals(0, simulator.repeatedGrants());

        caller.post("token", exchange);
        caller.post("token", refresh);

        assertEquals(2, simulator.repeatedGrants());
    }
}
