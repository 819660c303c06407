package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.security.config.Customizer.withDefaults;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.testkit.persona.Personas;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A chain that keeps whoever was logged in at the end of a request in the servlet session, and two people at one browser. */
class SecuritySwapTest {
    private static final String FORMER = "899999100011";
    private static final String NEXT = "899999100029";

    private static TestSite site;

    private final Visitor browser = new Visitor();

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class KeepingChain {
        @Bean
        SecurityFilterChain everything(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(
                            requests -> requests.requestMatchers("/login-needed", "/session-over", "/visits")
                                    .permitAll()
                                    .anyRequest()
                                    .authenticated())
                    .securityContext(context -> context.requireExplicitSave(false))
                    .with(PscSecurity.pscLogin(), withDefaults())
                    .build();
        }

        @RestController
        static class Pages {
            @GetMapping("/principal")
            String principal(@AuthenticationPrincipal Professional professional) {
                return professional.nationalId().value();
            }

            @GetMapping("/visits")
            String visits(HttpSession kept) {
                var visits = Optional.ofNullable((Integer) kept.getAttribute("visits"))
                                .orElse(0)
                        + 1;
                kept.setAttribute("visits", visits);
                return Integer.toString(visits);
            }
        }
    }

    @BeforeAll
    static void start() throws IOException {
        site = TestSite.of(List.of(TestApplication.class, KeepingChain.class));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void theFormerPersonIsKept() throws Exception {
        site.simulator().turn("browser-session", "false");
        site.simulator().browserPersona(Personas.PHARMACIST);
        site.logIn(browser);
        assertEquals(FORMER, browser.get(site.page("/principal")).text());
        assertTrue(browser.cookie("JSESSIONID").isPresent(), "there is a servlet session");
    }

    @Test
    void whoever_logs_in_next_is_the_principal() throws Exception {
        site.seat(NEXT);

        site.logIn(browser);

        assertEquals(NEXT, browser.get(site.page("/principal")).text());
    }

    @Test
    void nobody_is_the_principal_once_the_session_is_over() throws Exception {
        site.clock().advance(Duration.ofMinutes(31));

        assertEquals(
                site.page("/session-over"), browser.get(site.page("/principal")).location());
        assertEquals(401, browser.getAsScript(site.page("/principal")).status());
    }

    @Test
    void a_login_leaves_what_the_servlet_session_kept_for_nobody() throws Exception {
        var other = new Visitor();
        other.get(site.page("/visits"));

        site.logIn(other);

        assertEquals("2", other.get(site.page("/visits")).text());
    }

    @Test
    void nobody_is_the_principal_while_a_login_is_begun() throws Exception {
        browser.get(site.page("/psc/login"));

        assertEquals(
                site.page("/login-needed"), browser.get(site.page("/principal")).location());
    }
}
