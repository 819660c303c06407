package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

class FreePortTest {
    @Test
    void an_application_that_makes_its_beans_late_may_listen_on_any_free_port() throws Exception {
        var client = SimulatedClient.withSecret("site", "not-a-secret");
        var visitor = new Visitor();
        try (var simulator = PscSimulator.builder().client(client).start();
                var application = new SpringApplicationBuilder(TestApplication.class)
                        .run(
                                "--spring.main.banner-mode=off",
                                "--spring.main.lazy-initialization=true",
                                "--server.address=127.0.0.1",
                                "--server.port=0",
                                "--psc.public-base-uri=http://127.0.0.1:${local.server.port}",
                                "--psc.environment.name=custom",
                                "--psc.environment.issuer=" + simulator.issuer(),
                                "--psc.environment.authorization-endpoint=" + simulator.authorizationEndpoint(),
                                "--psc.client.id=site",
                                "--psc.client.method=secret_basic",
                                "--psc.client.secret.value=not-a-secret")) {
            var site = URI.create(
                    "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
            simulator.register(client.withRedirectUri(site.resolve("/psc/callback")));

            var page = visitor.follow(visitor.get(site.resolve("/psc/login")));

            assertEquals(site.resolve("/me"), page.address());
            assertEquals(200, page.status());
        }
    }
}
