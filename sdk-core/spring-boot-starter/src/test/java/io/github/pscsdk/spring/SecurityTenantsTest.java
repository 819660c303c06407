package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Two tenants with a client each, in an application that has the server half and not the starter. */
class SecurityTenantsTest {
    private final PublicBaseUri site = new PublicBaseUri(URI.create("http://127.0.0.1:" + ReservedPort.next()));
    private final Visitor browser = new Visitor();

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {PscAutoConfiguration.class, PscMetricsAutoConfiguration.class, PscSecurityAutoConfiguration.class
            })
    @Import(Tenants.class)
    static class Application {
        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .csrf(AbstractHttpConfigurer::disable)
                    .build();
        }
    }

    @Test
    void each_tenant_logs_in_and_out_by_its_own_client_beside_the_other() throws Exception {
        try (var simulator = PscSimulator.builder()
                        .client(client("north"))
                        .client(client("south"))
                        .start();
                var application = start(simulator)) {
            assertTrue(application.isRunning());

            assertTrue(logIn("north").text().startsWith("north-client "));
            var south = logIn("south");
            assertTrue(south.text().startsWith("south-client "), south::text);
            assertEquals(200, me("north").status());

            var end = browser.follow(browser.post(site.at("/south/logout"), south.hidden()));

            assertEquals("Logged out", end.text());
            assertEquals(401, me("south").status());
            assertEquals(404, browser.get(site.at("/west/login")).status());
        }
    }

    private SimulatedClient client(String tenant) {
        return SimulatedClient.withSecret(tenant + "-client", "secret-of-" + tenant)
                .withRedirectUri(site.at("/" + tenant + "/callback"))
                .withPostLogoutUri(site.at("/" + tenant + "/signed-out"));
    }

    private Answer logIn(String tenant) throws Exception {
        return browser.follow(browser.get(site.at("/" + tenant + "/login")));
    }

    private Answer me(String tenant) throws Exception {
        return browser.get(site.at("/" + tenant + "/me"));
    }

    private GenericApplicationContext start(PscSimulator simulator) {
        return (GenericApplicationContext) new SpringApplicationBuilder(Application.class)
                .initializers(context -> addBeans((GenericApplicationContext) context, simulator))
                .run(
                        "--spring.main.banner-mode=off",
                        "--server.address=127.0.0.1",
                        "--server.port=" + site.value().getPort());
    }

    private void addBeans(GenericApplicationContext context, PscSimulator simulator) {
        context.registerBean(PublicBaseUri.class, () -> site);
        context.registerBean(LoginLimit.class, () -> LoginLimit.usual(Clock.systemUTC()));
        var environment = PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint());
        context.registerBean("north", RelyingParty.class, () -> tenant("north", environment));
        context.registerBean("south", RelyingParty.class, () -> tenant("south", environment));
    }

    private RelyingParty tenant(String tenant, PscEnvironment environment) {
        return RelyingParty.builder(environment)
                .client(tenant + "-client", ClientAuthentication.clientSecretBasic("secret-of-" + tenant))
                .redirectUri(site.at("/" + tenant + "/callback"))
                .postLogoutRedirectUri(site.at("/" + tenant + "/signed-out"))
                .build();
    }
}
