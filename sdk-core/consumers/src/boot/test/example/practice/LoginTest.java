package example.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.PscSimulatorExtension;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

class LoginTest {
    private static final SimulatedClient CLIENT = SimulatedClient.withSecret("practice", "not-a-secret");

    @RegisterExtension
    static final PscSimulatorExtension PSC = PscSimulatorExtension.with(builder -> builder.client(CLIENT));

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void spring_boot_is_the_one_that_this_build_asked_for() {
        assertEquals(System.getProperty("expected"), SpringBootVersion.getVersion());
    }

    @Test
    void the_application_starts_and_whoever_opens_it_is_logged_in(PscSimulator simulator, VirtualClock clock)
            throws Exception {
        try (var application = start(simulator, clock)) {
            var seen = new ArrayList<String>();
            var site = URI.create(
                    "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
            simulator.register(CLIENT.withRedirectUri(site.resolve("/psc/callback")));

            var page = open(site.resolve("/"), seen);

            assertEquals("logged in: 899999100011", page.body());
            assertEquals(
                    List.of("/", "/psc/login", simulator.authorizationEndpoint().getPath(), "/psc/callback", "/"),
                    seen);
        }
    }

    private static ConfigurableApplicationContext start(PscSimulator simulator, Clock clock) {
        return new SpringApplicationBuilder(Application.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock))
                .run(
                        "--spring.main.lazy-initialization=true",
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--psc.public-base-uri=http://127.0.0.1:${local.server.port}",
                        "--psc.environment.name=custom",
                        "--psc.environment.issuer=" + simulator.issuer(),
                        "--psc.environment.authorization-endpoint=" + simulator.authorizationEndpoint());
    }

    /** Follows redirects as a browser does, and notes the pages. */
    private HttpResponse<String> open(URI address, List<String> seen) throws Exception {
        seen.add(address.getPath());
        var answer = browser.send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").build(), BodyHandlers.ofString());
        // The JDK takes a cookie with Max-Age and without Expires for one of RFC 2965, and would send it in quotes.
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
        var location = answer.headers().firstValue("Location");
        return location.isPresent() ? open(address.resolve(location.get()), seen) : answer;
    }
}
