package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.web.LoginLimit;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoreException;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Another application, of one controller: all it has of the login is the auto-configuration and the settings. */
class OtherApplicationTest {
    private static final SessionStore STORE = SessionStore.inMemory(Clock.systemUTC());

    private static URI site;
    private static PscSimulator simulator;
    private static ConfigurableApplicationContext application;
    private static List<String> saidAtStart;

    private final Visitor visitor = new Visitor();

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Other {
        @Bean
        Hello hello() {
            return new Hello();
        }

        @Bean
        @ConditionalOnProperty("own.limit")
        LoginLimit ownLimit() {
            return new LoginLimit(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1, Duration.ofMinutes(1));
        }

        @Bean
        @ConditionalOnProperty(name = "own.store", havingValue = "usable", matchIfMissing = true)
        SessionStore ownStore() {
            return STORE;
        }

        /** Refuses its check. */
        @Bean
        @ConditionalOnProperty(name = "own.store", havingValue = "unusable")
        SessionStore unusableStore() {
            return (SessionStore) Proxy.newProxyInstance(
                    SessionStore.class.getClassLoader(),
                    new Class<?>[] {SessionStore.class},
                    (self, method, values) -> {
                        if (method.getName().equals("check")) {
                            throw StoreException.unreadable("a test");
                        }
                        return method.invoke(STORE, values);
                    });
        }
    }

    @RestController
    static class Hello {
        @GetMapping("/")
        String hello(PscSession session) {
            return "hello " + session.professional().practices().size();
        }

        @PostMapping("/")
        String sent(PscSession session) {
            return "taken";
        }
    }

    @BeforeAll
    static void start() {
        site = loopback();
        simulator = PscSimulator.builder()
                .client(SimulatedClient.withSecret("other", "secret")
                        .withRedirectUri(site.resolve(PscAddresses.CALLBACK)))
                .start();
        var own = (Logger) LoggerFactory.getLogger("io.github.pscsdk.spring");
        var log = new ListAppender<ILoggingEvent>();
        // Not earlier: Spring Boot sets the logging up anew.
        application = start(site, context -> listen(own, log), "--psc.client.id=other");
        saidAtStart = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        own.detachAppender(log);
    }

    @AfterAll
    static void stop() {
        application.close();
        simulator.close();
    }

    private static URI loopback() {
        return URI.create("http://127.0.0.1:" + ReservedPort.next());
    }

    private static ConfigurableApplicationContext start(
            URI site, ApplicationContextInitializer<?> initializer, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--spring.main.banner-mode=off",
                "--server.address=127.0.0.1",
                "--server.port=" + site.getPort(),
                "--psc.public-base-uri=" + site,
                "--psc.environment.name=custom",
                "--psc.environment.issuer=" + simulator.issuer(),
                "--psc.environment.authorization-endpoint=" + simulator.authorizationEndpoint(),
                "--psc.client.method=secret_basic",
                "--psc.client.secret.value=secret"));
        arguments.addAll(List.of(more));
        return new SpringApplicationBuilder(Other.class)
                .initializers(initializer)
                .run(arguments.toArray(String[]::new));
    }

    private static void listen(Logger own, ListAppender<ILoggingEvent> log) {
        own.setLevel(Level.INFO);
        log.start();
        own.addAppender(log);
    }

    @Test
    void the_start_says_which_environment_and_client_it_is_and_what_to_declare_to_ans() {
        assertEquals(
                List.of(
                        "Pro Santé Connect SIMULATOR at %s, client other; to declare to ANS: redirect URI %2$s/psc/callback, post-logout redirect URI %2$s/psc/signed-out, back-channel logout %2$s/psc/logout/backchannel"
                                .formatted(simulator.issuer(), site)),
                saidAtStart);
    }

    @Test
    void a_page_with_a_session_as_parameter_asks_for_the_login_and_is_shown_after_it() throws Exception {
        var page = visitor.follow(visitor.get(site.resolve("/")));

        assertEquals("hello 1", page.text());
        assertSame(STORE, application.getBean(SessionStore.class), "its own store is kept");
        assertInstanceOf(PlainPages.class, application.getBean(PscPages.class));
    }

    @Test
    void a_failure_is_a_plain_page_with_the_remedy_and_the_button() throws Exception {
        var page = visitor.get(site.resolve("/psc/callback?code=x&state=y"));

        assertEquals(400, page.status());
        assertEquals("no-store", page.header("Cache-Control"));
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertTrue(page.text().contains("PSC-009"), page.text());
        assertTrue(page.text().contains("class=\"psc-login-button\""), page.text());
    }

    @Test
    void a_form_that_comes_when_nobody_is_logged_in_is_answered_by_a_page_that_says_so() throws Exception {
        var page = visitor.post(site.resolve("/"), Map.of("text", "typed"));

        assertEquals(403, page.status());
        assertTrue(page.text().contains("PSC-006"), page.text());
    }

    @Test
    void another_limit_of_logins_is_that_of_the_application() throws Exception {
        var own = loopback();
        try (var limited = start(own, context -> {}, "--psc.client.id=other", "--own.limit=true")) {
            assertTrue(limited.isActive());
            assertEquals(303, visitor.get(own.resolve("/psc/login")).status());

            var page = visitor.get(own.resolve("/psc/login"));

            assertEquals(429, page.status());
            assertEquals("60", page.header("Retry-After"));
            assertTrue(page.text().contains("PSC-007"), page.text());
        }
    }

    @Test
    void settings_that_cannot_be_used_stop_the_start_with_a_sentence() {
        var failure = assertThrows(RuntimeException.class, () -> start(loopback(), context -> {}));

        var analysis = new PscSettingsFailureAnalyzer().analyze(failure);
        assertEquals(
                "The settings of Pro Santé Connect cannot be used: psc.client.id is missing.",
                analysis.getDescription());
    }

    @Test
    void a_store_that_cannot_be_used_stops_the_start() {
        var failure = assertThrows(
                RuntimeException.class,
                () -> start(loopback(), context -> {}, "--psc.client.id=other", "--own.store=unusable")
                        .close());

        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        assertSame(
                LoginProblem.STORE_UNREADABLE,
                assertInstanceOf(StoreException.class, cause).problem());
    }
}
