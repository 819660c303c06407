package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.springframework.security.config.Customizer.withDefaults;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application with a chain of its own, in which the staff of the vendor logs in with a password. */
class OwnSecurityTest {

    private static TestSite site;

    private final Visitor visitor = new Visitor();

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class OwnChain {
        @Bean
        SecurityFilterChain everything(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(
                            requests -> requests.requestMatchers("/", "/login-needed", "/open-entry", "/error")
                                    .permitAll()
                                    .requestMatchers("/staff")
                                    .hasRole("STAFF")
                                    .anyRequest()
                                    .hasRole("PROFESSIONAL"))
                    .with(PscSecurity.pscLogin(), withDefaults())
                    .httpBasic(withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService staff() {
            return new InMemoryUserDetailsManager(User.withUsername("staff")
                    .password("{noop}not-a-secret")
                    .roles("STAFF")
                    .build());
        }

        @RestController
        static class Staff {
            @GetMapping("/staff")
            String name(Authentication who) {
                return who.getName();
            }
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class WithoutItsTokens {
        @Bean
        SecurityFilterChain everything(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .with(PscSecurity.pscLogin(), withDefaults())
                    .csrf(AbstractHttpConfigurer::disable)
                    .exceptionHandling(AbstractHttpConfigurer::disable)
                    .logout(AbstractHttpConfigurer::disable)
                    .build();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        site = TestSite.of(List.of(TestApplication.class, OwnChain.class));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void it_says_what_is_open_and_the_addresses_of_the_login_are_without_being_named() throws Exception {
        assertEquals("page /", visitor.get(site.page("/")).text());
        assertEquals(site.page("/login-needed"), visitor.get(site.page("/me")).location());
        assertEquals(200, visitor.get(site.page("/psc/button.css")).status());
        assertEquals(site.page("/me"), site.logIn(visitor).address());
    }

    @Test
    void a_logout_that_pro_sante_connect_reports_needs_no_token() throws Exception {
        try (var own = TestSite.of(List.of(TestApplication.class, OwnChain.class))) {
            own.logIn(visitor);

            assertEquals(200, own.endSessions());

            assertEquals(own.page("/session-over"), visitor.get(own.page("/me")).location());
        }
    }

    @Test
    void a_professional_is_no_member_of_staff() throws Exception {
        site.logIn(visitor);

        assertEquals(403, visitor.get(site.page("/staff")).status());
    }

    @Test
    void somebody_who_is_logged_in_by_other_means_stays_who_they_are() throws Exception {
        site.logIn(visitor);
        var session = visitor.cookie(TestSite.SESSION).orElseThrow();

        var page =
                asStaff(HttpRequest.newBuilder(site.page("/staff")).header("Cookie", TestSite.SESSION + "=" + session));

        assertEquals("staff", page);
    }

    private static String asStaff(HttpRequest.Builder request) throws IOException, InterruptedException {
        var password = Base64.getEncoder().encodeToString("staff:not-a-secret".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(request.header("Authorization", "Basic " + password).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void whoever_has_no_session_needs_the_usual_token_of_spring_security() throws Exception {
        var refused = visitor.post(site.page("/open-entry"), Map.of());

        assertEquals(410, refused.status());
        assertEquals("late, of anybody", refused.text());
        assertEquals(
                403, visitor.postAsScript(site.page("/open-entry"), "guess").status());
    }

    @Test
    void what_the_chain_has_switched_off_stays_off_and_the_starters_own_check_stays_on() throws Exception {
        try (var own = TestSite.of(List.of(TestApplication.class, WithoutItsTokens.class))) {
            assertEquals(
                    "taken from anybody",
                    visitor.post(own.page("/open-entry"), Map.of()).text());
            own.logIn(visitor);

            assertEquals(
                    "foreign", visitor.post(own.page("/open-entry"), Map.of()).text());
            assertEquals(404, visitor.get(own.page("/logout")).status());
        }
    }
}
