package io.github.pscsdk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.api.LoginProgress.Step;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.ApplicationToken;
import io.github.pscsdk.proxy.Backend;
import io.github.pscsdk.proxy.ProxyConfiguration;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.RegisteredClient;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickStartTest {
    private static final String CLIENT = "my-practice-software";
    private static final String SECRET = "a-secret-of-the-test";
    private static final String TOKEN = "an-application-token-of-the-test";

    @Test
    void the_quick_start_logs_in_sends_and_signs_out() throws Exception {
        var api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/me", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        api.start();
        try (var simulator = PscSimulator.builder()
                        .client(SimulatedClient.withSecret(CLIENT, SECRET))
                        .interval(Duration.ofSeconds(1))
                        .start();
                var proxy = ProxyServer.start(ProxyConfiguration.builder(
                                PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                        .client(RegisteredClient.secretBasic(CLIENT, SECRET))
                        .backend(Backend.open(
                                "annuaire",
                                URI.create(
                                        "http://127.0.0.1:" + api.getAddress().getPort())))
                        .application("tests", ApplicationToken.sha256Of(TOKEN))
                        .build())) {
            var quickStart = new QuickStart();

            var status =
                    quickStart.logIn(proxy.address(), TOKEN, Repository.ROOT.resolve("examples/lab/target/plugins"));

            assertEquals(204, status);
            assertEquals(List.of(Step.CONFIRM_ON_DEVICE, Step.VERIFYING), quickStart.shown());
        } finally {
            api.stop(0);
        }
    }

    @Test
    void a_failure_is_shown_with_its_remedy() {
        var said = new ArrayList<String>();

        QuickStart.explain(new PscException(LoginProblem.REFUSED, "in a test"), (title, steps) -> said.add(title));

        assertEquals(List.of("La connexion a été refusée."), said);
    }
}
