package example.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.proxy.ProxyConfiguration;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.RegisteredApplication;
import io.github.pscsdk.proxy.RegisteredClient;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BadgeLoginIT {
    private static final String SECRET = "a-secret-of-the-test";
    private static final String TOKEN = "an-application-token-of-the-test";

    @Test
    void practice_software_loads_the_archive_from_its_folder_and_logs_in_with_it() throws Exception {
        try (var simulator = PscSimulator.builder()
                        .client(SimulatedClient.withSecret("practice", SECRET))
                        .interval(Duration.ofSeconds(1))
                        .start();
                var proxy = ProxyServer.start(ProxyConfiguration.builder(
                                PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                        .client(RegisteredClient.secretBasic("practice", SECRET))
                        .application("tests", RegisteredApplication.sha256Of(TOKEN))
                        .build());
                var client = PscClientBuilder.forServerHalf(proxy.address())
                        .clientId("practice")
                        .applicationToken(TOKEN)
                        .pluginDirectory(Path.of("target", "plugins"))
                        .build()) {
            var pharmacist = new NationalId("899999100011");

            var session = client.login(LoginRequest.using("badge").withNationalId(pharmacist));

            assertTrue(session.isActive());
            assertEquals(pharmacist, session.professional().nationalId());
            session.signOut();
        }
    }
}
