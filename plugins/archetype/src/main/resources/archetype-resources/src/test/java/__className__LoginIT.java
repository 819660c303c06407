package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After packaging: a login by the archive, in a software with a server half, at a simulator of Pro Santé Connect. */
class ${className}LoginIT {
    private static final String SECRET = "a-secret-of-the-test";
    private static final String TOKEN = "an-application-token-of-the-test";
    /** Whom every simulator knows, and who approves. */
    private static final NationalId PHARMACIST = new NationalId("899999100011");

    @Test
    void a_fictitious_pharmacist_logs_in() throws Exception {
        try (var simulator = PscSimulator.builder()
                        .client(SimulatedClient.withSecret("practice", SECRET))
                        .start();
                var proxy = ProxyServer.builder(
                                PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
                        .client("practice", ClientAuthentication.clientSecretBasic(SECRET))
                        .application("tests", ProxyServerBuilder.sha256Of(TOKEN))
                        .start();
                var client = PscClientBuilder.forServerHalf(proxy.address())
                        .clientId("practice")
                        .applicationToken(TOKEN)
                        .pluginDirectory(Path.of("target", "plugins"))
                        .build();
                var session =
                        client.login(LoginRequest.using("${authenticatorId}").withNationalId(PHARMACIST))) {
            assertEquals(PHARMACIST, session.professional().nationalId());
            assertEquals(List.of(), client.diagnose().findings());
        }
    }
}
