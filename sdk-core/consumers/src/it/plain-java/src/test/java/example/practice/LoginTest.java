package example.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private static final String SECRET = "a-secret-of-the-test";
    private static final String TOKEN = "an-application-token-of-the-test";
    private static final NationalId PHARMACIST = new NationalId("899999100011");
    private static final URI CALLBACK = URI.create("https://practice.example/psc/callback");

    private final PscSimulator simulator = PscSimulator.builder()
            .client(SimulatedClient.withSecret("practice", SECRET).withRedirectUri(CALLBACK))
            .interval(Duration.ofSeconds(1))
            .start();
    private final PscEnvironment environment =
            PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stub", "ecps"})
    void a_professional_logs_in_on_the_desktop(String authenticator) throws Exception {
        try (var proxy = ProxyServer.builder(environment)
                        .client("practice", ClientAuthentication.clientSecretBasic(SECRET))
                        .application("tests", ProxyServerBuilder.sha256Of(TOKEN))
                        .start();
                var desktop = new Desktop(proxy.address(), TOKEN, Path.of("target", "plugins"))) {
            var session = desktop.logIn(authenticator, PHARMACIST);

            assertTrue(session.isActive());
            assertEquals(PHARMACIST, session.professional().nationalId());
            session.signOut();
            assertFalse(session.isActive());
        }
    }

    @Test
    void jackson_is_the_one_that_this_build_asked_for() {
        assertEquals(System.getProperty("expected"), PackageVersion.VERSION.toString());
    }

    @Test
    void a_professional_logs_in_on_the_website() throws Exception {
        try (var website = new Website(environment, SECRET, CALLBACK)) {
            var login = website.begin();
            var page = HttpRequest.newBuilder(login.authorizationUri()).build();
            var answer = HttpClient.newHttpClient().send(page, BodyHandlers.discarding());
            var callback = answer.headers().firstValue("Location").orElseThrow();

            var session = website.complete(URI.create(callback), login.state());

            assertEquals(PHARMACIST, session.professional().nationalId());
        }
    }
}
