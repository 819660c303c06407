package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A client that is registered while the simulator runs. */
class LateRegistrationTest extends WithSimulator {
    private static final String PHARMACIST = "899999100011";
    private static final URI LATE = URI.create("http://127.0.0.1:4711/psc/callback");
    private static final SimulatedClient AGAIN =
            SimulatedClient.withSecret(Caller.ID, Caller.SECRET).withRedirectUri(LATE);

    private final BrowserLogin browser = new BrowserLogin(simulator, caller);

    private Answer logInAt(URI redirectUri) throws Exception {
        var request = BrowserLogin.request();
        request.put("redirect_uri", redirectUri.toString());
        return browser.open(request);
    }

    @Test
    void a_login_returns_to_the_address_that_was_registered_late_and_to_no_former_one() throws Exception {
        assertEquals(400, logInAt(LATE).status());

        simulator.register(AGAIN);

        assertEquals(
                LATE.getPath(), URI.create(logInAt(LATE).header("Location")).getPath());
        assertEquals(400, logInAt(Caller.REDIRECT).status());
    }

    @Test
    void a_client_that_nobody_knew_logs_in() throws Exception {
        simulator.register(SimulatedClient.withSecret("late", "late"));

        var started = caller.post(
                caller.endpoint("ext/ciba/auth"),
                Caller.basic("late", "late"),
                Caller.encoded(Caller.backchannel(PHARMACIST)));

        started.assertOk();
    }

    @Test
    void a_session_that_is_open_goes_on() throws Exception {
        var refreshToken = login(PHARMACIST).text("refresh_token");

        simulator.register(AGAIN);

        caller.refresh(refreshToken).assertOk();
    }

    @Test
    void the_authorization_server_of_the_api_knows_it_too() throws Exception {
        simulator.register(SimulatedClient.withSecret("late", "late"));

        var answer = caller.post(
                simulator.apiTokenEndpoint(),
                Caller.basic("late", "late"),
                Caller.encoded(Caller.fields("grant_type", "refresh_token", "refresh_token", "none")));

        answer.assertRefused(400, "invalid_grant");
    }

    @Test
    void one_with_a_certificate_needs_https() {
        var certified = SimulatedClient.withCertificate("late");

        assertThrows(IllegalStateException.class, () -> simulator.register(certified));
    }
}
