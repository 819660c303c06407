package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.proxy.internal.settings.Backend;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pro Santé Connect, or the authorization server of a backend, does not accept the client. */
class ExchangeRefusedTest {
    @Test
    void a_401_of_psc_gives_the_error_body() throws Exception {
        try (var bench = Bench.start(
                builder -> builder.client("editeur-inconnu", ClientAuthentication.clientSecretBasic("any-secret")))) {
            var answer = bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, "editeur-inconnu"));

            assertEquals(401, answer.status());
            assertEquals("401", answer.json("/code"));
            assertEquals("editeur-inconnu", answer.json("/metadata/clientId"));
            assertEquals("PSC-040", answer.header("Psc-Proxy-Error"));
        }
    }

    @Test
    void a_401_of_the_exchange_gives_the_error_body_and_leaves_no_session() throws Exception {
        try (var refusing = new EchoBackend();
                var bench = Bench.start(builder -> builder.backend(refusingExchange(refusing)))) {
            refusing.answer(new EchoBackend.Programme(
                    401, Map.of("Content-Type", "application/json"), "{\"error\":\"invalid_client\"}".getBytes()));

            var answer = bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT));

            assertEquals(401, answer.status());
            assertEquals("401", answer.json("/code"));
            assertEquals(Bench.PHARMACIST, answer.json("/metadata/nationalId"));
            assertEquals("PSC-044", answer.header("Psc-Proxy-Error"));
            assertEquals("", answer.header("Set-Cookie"));
            assertEquals(1, bench.simulator.count(Endpoint.LOGOUT));
        }
    }

    @Test
    void an_outage_of_the_exchange_is_a_503() throws Exception {
        try (var failing = new EchoBackend();
                var bench = Bench.start(builder -> builder.backend(refusingExchange(failing)))) {
            failing.answer(EchoBackend.Programme.text(503, "later"));

            var answer = bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT));

            assertEquals(503, answer.status());
            assertEquals("", answer.text());
            assertEquals("PSC-025", answer.header("Psc-Proxy-Error"));
        }
    }

    private static Backend refusingExchange(EchoBackend server) {
        return Backend.withTokenExchange(
                server.address(), ApiAudience.of("refusing", URI.create(server.address() + "/token"), Bench.API));
    }
}
