package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application that has Spring Security and no chain of its own: professionals who are logged in get in, and nobody else. */
class SecurityTest {

    private static TestSite site;

    private final Visitor visitor = new Visitor();

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class SecuredPages {
        @RestController
        static class Pages {
            @GetMapping("/principal")
            String principal(@AuthenticationPrincipal Professional professional, Authentication who) {
                return professional.nationalId().value() + " " + who.getAuthorities() + " " + who.isAuthenticated();
            }

            @GetMapping("/name")
            String name(HttpServletRequest request) {
                return request.getUserPrincipal().getName();
            }

            @GetMapping("/printed")
            String printed(Authentication who) {
                return who.toString();
            }

            @GetMapping("/token")
            String token(CsrfToken token) {
                return token.getParameterName() + "=" + token.getToken();
            }

            @GetMapping("/stored")
            String stored(Authentication who) throws IOException {
                try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
                    return assertThrows(NotSerializableException.class, () -> out.writeObject(who))
                            .getMessage();
                }
            }
        }
    }

    @BeforeAll
    static void start() throws IOException {
        site = TestSite.of(List.of(TestApplication.class, SecuredPages.class));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void a_browser_that_is_not_logged_in_is_sent_to_the_login_and_a_script_is_told() throws Exception {
        assertEquals(
                site.page("/login-needed"), visitor.get(site.page("/principal")).location());

        assertEquals(401, visitor.getAsScript(site.page("/principal")).status());
    }

    @Test
    void the_addresses_of_the_login_are_open_to_everybody_and_the_inner_one_is_not_found() throws Exception {
        assertEquals(303, visitor.get(site.page("/psc/login")).status());
        assertEquals(200, visitor.get(site.page("/psc/button.css")).status());
        assertEquals(400, visitor.get(site.page("/psc/callback?code=x&state=y")).status());
        assertEquals(404, visitor.get(site.page("/psc/refused")).status());
    }

    @Test
    void whoever_is_logged_in_is_the_principal() throws Exception {
        site.logIn(visitor);

        assertEquals(
                "899999100011 [ROLE_PROFESSIONAL] true",
                visitor.get(site.page("/principal")).text());
    }

    @Test
    void the_name_is_of_the_login_and_tells_neither_person_nor_handle() throws Exception {
        site.logIn(visitor);
        var other = new Visitor();
        site.logIn(other);

        var name = visitor.get(site.page("/name")).text();

        assertTrue(name.matches("psc-[0-9A-Za-z_-]{16}"), name);
        assertEquals(name, visitor.get(site.page("/name")).text());
        assertNotEquals(name, other.get(site.page("/name")).text(), "what is filed for one is not the other's");
        assertFalse(visitor.cookie(TestSite.SESSION).orElseThrow().contains(name.substring(4)));
        assertEquals(
                "SecuritySession[" + name + "]",
                visitor.get(site.page("/printed")).text());
    }

    @Test
    void it_cannot_be_stored_where_it_would_outlive_the_session() throws Exception {
        site.logIn(visitor);

        assertEquals(
                "a session is looked up for each request, and kept by none",
                visitor.get(site.page("/stored")).text());
    }

    @Test
    void a_logout_that_pro_sante_connect_reports_ends_it_at_once() throws Exception {
        try (var own = TestSite.of(List.of(TestApplication.class, SecuredPages.class))) {
            own.logIn(visitor);
            assertEquals(200, visitor.get(own.page("/principal")).status());

            assertEquals(200, own.endSessions());

            assertEquals(
                    own.page("/session-over"),
                    visitor.get(own.page("/principal")).location());
        }
    }

    @Test
    void the_token_of_spring_security_is_that_of_the_form() throws Exception {
        var me = site.logIn(visitor);

        assertEquals(
                "csrf=" + me.hidden().get("csrf"),
                visitor.get(site.page("/token")).text());
    }

    @Test
    void a_form_needs_the_token_of_its_session_be_there_a_controller_or_not() throws Exception {
        var me = site.logIn(visitor);

        for (var path : List.of("/entry", "/nowhere", "/logout")) {
            var refused = visitor.post(site.page(path), Map.of("csrf", "guess"));

            assertEquals(403, refused.status());
            assertEquals("foreign", refused.text());
        }
        assertEquals("taken", visitor.post(site.page("/entry"), me.hidden()).text());
    }

    @Test
    void a_form_that_comes_too_late_is_known_by_the_token_of_its_session() throws Exception {
        var me = site.logIn(visitor);
        site.clock().advance(Duration.ofMinutes(30));

        var late = visitor.post(site.page("/entry"), me.hidden());

        assertEquals("late, of that session", late.text());
        assertEquals(
                "late, of anybody", visitor.post(site.page("/entry"), Map.of()).text());
        assertEquals(403, visitor.postAsScript(site.page("/entry"), "guess").status());
    }

    /** Those of browsers: a session of another test, which PSC is told of directly, may end meanwhile. */
    private static long logouts() {
        return site.simulator().requests().stream()
                .filter(request -> request.endpoint() == Endpoint.LOGOUT)
                .filter(request -> request.method().equals("GET"))
                .count();
    }

    @Test
    void the_logout_of_spring_security_ends_the_session_at_pro_sante_connect_too() throws Exception {
        var before = logouts();
        var me = site.logIn(visitor);

        var end = visitor.post(site.page("/logout"), me.hidden());

        assertEquals(site.simulator().issuer().getAuthority(), end.location().getAuthority());
        var back = visitor.get(visitor.get(end.location()).location());
        assertEquals(site.page("/logged-out"), back.location());
        assertEquals(before + 1, logouts());
        assertEquals(Optional.empty(), visitor.cookie(TestSite.SESSION));
        assertEquals(
                site.page("/login-needed"), visitor.get(site.page("/principal")).location());
    }

    @Test
    void the_logout_of_spring_security_that_comes_too_late_says_that_the_session_is_over() throws Exception {
        var me = site.logIn(visitor);
        site.clock().advance(Duration.ofMinutes(30));

        assertEquals(
                site.page("/session-over"),
                visitor.post(site.page("/logout"), me.hidden()).location());
    }

    @Test
    void there_is_no_servlet_session_and_no_password() throws Exception {
        var asked = visitor.get(site.page("/principal"));
        site.logIn(visitor);
        var me = visitor.get(site.page("/me"));

        assertEquals(List.of(), asked.setCookies());
        assertEquals(List.of(), me.setCookies());
        assertEquals(Optional.empty(), visitor.cookie("JSESSIONID"));
        assertEquals(0, site.application().getBeanNamesForType(UserDetailsService.class).length);
    }
}
