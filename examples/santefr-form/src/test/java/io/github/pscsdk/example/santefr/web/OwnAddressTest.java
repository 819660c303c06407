package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import io.github.pscsdk.example.santefr.PscRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnAddressTest {
    @TempDir
    Path folder;

    @Test
    void a_form_that_was_given_no_address_logs_people_in_where_it_listens() throws Exception {
        var client = SimulatedClient.withSecret("form", "secret");
        var visitor = new Visitor();
        try (var simulator = PscSimulator.builder().client(client).start();
                var form = FormServer.start(FormConfiguration.of(folder.resolve("form"), token -> Optional.empty())
                        .withPsc(PscRegistration.of(RelyingParty.builder(
                                        PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                                .client("form", ClientAuthentication.clientSecretBasic("secret")))))) {
            simulator.register(client.withRedirectUri(PscRegistration.callbackUri(form.address())));

            var page = visitor.get(
                    visitor.get(visitor.get(form.address().resolve("/login")).location())
                            .location());

            assertEquals(303, page.status(), page.text());
            assertEquals(
                    200, visitor.get(form.address().resolve(page.location())).status());
        }
    }
}
