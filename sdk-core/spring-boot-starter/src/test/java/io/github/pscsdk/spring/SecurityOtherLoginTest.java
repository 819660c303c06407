package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.security.config.Customizer.withDefaults;

import io.github.pscsdk.testkit.persona.Personas;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Professionals, and staff with a form of user name and password, in one browser. */
class SecurityOtherLoginTest {
    /** One chain for both, named in either order. */
    @Nested
    class PscFirst extends OneChain {
        PscFirst() {
            super(PscThenForm.class);
        }
    }

    @Nested
    class FormFirst extends OneChain {
        FormFirst() {
            super(FormThenPsc.class);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class PscThenForm {
        @Bean
        SecurityFilterChain everything(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/", "/login-needed", "/error")
                            .permitAll()
                            .requestMatchers("/staff")
                            .hasRole("STAFF")
                            .requestMatchers("/anybody")
                            .authenticated()
                            .anyRequest()
                            .hasRole("PROFESSIONAL"))
                    .with(PscSecurity.pscLogin(), withDefaults())
                    .formLogin(withDefaults())
                    .build();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class FormThenPsc {
        @Bean
        SecurityFilterChain everything(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/", "/login-needed", "/error")
                            .permitAll()
                            .requestMatchers("/staff")
                            .hasRole("STAFF")
                            .requestMatchers("/both")
                            .hasAnyRole("STAFF", "PROFESSIONAL")
                            .requestMatchers("/anybody")
                            .authenticated()
                            .anyRequest()
                            .hasRole("PROFESSIONAL"))
                    .formLogin(withDefaults())
                    .with(PscSecurity.pscLogin(), withDefaults())
                    .build();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class NoServletSessions {
        @Bean
        SecurityFilterChain everything(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().hasRole("PROFESSIONAL"))
                    .sessionManagement(AbstractHttpConfigurer::disable)
                    .with(PscSecurity.pscLogin(), withDefaults())
                    .build();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class TwoChains {
        @Bean
        @Order(1)
        SecurityFilterChain staff(HttpSecurity http) throws Exception {
            return http.securityMatcher("/staff/**", "/login", "/logout", "/default-ui.css")
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/staff/door")
                            .permitAll()
                            .anyRequest()
                            .hasRole("STAFF"))
                    .formLogin(withDefaults())
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain professionals(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/", "/login-needed", "/error")
                            .permitAll()
                            .anyRequest()
                            .hasRole("PROFESSIONAL"))
                    .with(PscSecurity.pscLogin(), withDefaults())
                    .build();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    static class Staff {
        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(user("staff", "STAFF"), user("visitor", "VISITOR"));
        }

        private static UserDetails user(String name, String role) {
            return User.withUsername(name)
                    .password("{noop}not-a-secret")
                    .roles(role)
                    .build();
        }

        @RestController
        static class Pages {
            @GetMapping({"/staff", "/pro", "/anybody"})
            String name(Authentication who, CsrfToken token) {
                var isStaff = who.getName().equals("staff");
                return (isStaff ? "staff" : "professional") + "<form method=\"post\" action=\""
                        + (isStaff ? "/logout" : "/psc/logout") + "\"><input type=\"hidden\" name=\""
                        + token.getParameterName() + "\" value=\"" + token.getToken()
                        + "\"><button>Log out</button></form>";
            }

            @PostMapping({"/staff", "/staff/door"})
            String entry() {
                return "taken";
            }
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Site {
        private static final Pattern HIDDEN =
                Pattern.compile("<input name=\"(_?csrf)\" type=\"hidden\" value=\"([^\"]*)\"");

        private final Class<?> chains;
        TestSite site;
        Visitor browser;

        Site(Class<?> chains) {
            this.chains = chains;
        }

        @BeforeAll
        void start() throws IOException {
            site = TestSite.of(List.of(TestApplication.class, Staff.class, chains));
        }

        @AfterAll
        void stop() {
            site.close();
        }

        @BeforeEach
        void freshBrowser() {
            site.simulator().browserPersona(Personas.PHARMACIST);
            browser = new Visitor();
        }

        /** That of the page of Spring Security, which writes its hidden field its own way. */
        Map<String, String> tokenOfLoginPage() throws Exception {
            var field = HIDDEN.matcher(browser.get(site.page("/login")).text());
            assertTrue(field.find(), "the page has a token");
            return new HashMap<>(Map.of(field.group(1), field.group(2)));
        }

        Answer logInAsStaff() throws Exception {
            return logInAs("staff");
        }

        Answer logInAs(String user) throws Exception {
            var fields = tokenOfLoginPage();
            fields.putAll(Map.of("username", user, "password", "not-a-secret"));
            return browser.post(site.page("/login"), fields);
        }

        String whoIsAt(String path) throws Exception {
            var answer = browser.get(site.page(path));
            return switch (answer.status()) {
                case 200 -> answer.text().split("<", 2)[0];
                case 302, 303 -> "to " + answer.location().getPath();
                default -> Integer.toString(answer.status());
            };
        }

        @Test
        void a_page_leads_to_the_login_that_gives_the_role_it_asks_for() throws Exception {
            assertEquals("to /login", whoIsAt("/staff"));
            assertEquals("to /login-needed", whoIsAt("/pro"));
            assertEquals("to /login-needed", whoIsAt("/both"), "a page that names both roles");
            assertEquals("to /login-needed", whoIsAt("/anybody"), "a page that names no role");
        }

        @Test
        void whose_login_gives_another_role_is_refused_and_not_asked_to_log_in_once_more() throws Exception {
            logInAs("visitor");

            assertEquals("403", whoIsAt("/staff"));
        }

        @Test
        void a_member_of_staff_at_a_page_for_professionals_is_led_to_their_login_and_gets_in_by_it() throws Exception {
            logInAsStaff();
            assertEquals("staff", whoIsAt("/staff"));

            assertEquals("to /login-needed", whoIsAt("/pro"));
            site.logIn(browser);

            assertEquals("professional", whoIsAt("/pro"));
            assertEquals("professional", whoIsAt("/anybody"));
        }

        @Test
        void a_script_is_told_by_a_status() throws Exception {
            assertEquals(401, browser.getAsScript(site.page("/pro")).status());
            logInAsStaff();
            assertEquals(403, browser.getAsScript(site.page("/pro")).status());
        }
    }

    abstract static class OneChain extends Site {
        OneChain(Class<?> chain) {
            super(chain);
        }

        @Test
        void a_login_at_pro_sante_connect_ends_that_by_form() throws Exception {
            logInAsStaff();
            site.logIn(browser);
            assertEquals("to /login", whoIsAt("/staff"));

            var me = browser.get(site.page("/me"));
            browser.follow(browser.post(site.page("/psc/logout"), me.hidden()));

            assertEquals("to /login", whoIsAt("/staff"), "nobody is back whom somebody else followed");
            assertEquals("to /login-needed", whoIsAt("/anybody"));
        }

        @Test
        void a_login_by_form_ends_that_at_pro_sante_connect() throws Exception {
            site.logIn(browser);
            assertEquals("professional", whoIsAt("/pro"));
            assertEquals("to /login", whoIsAt("/staff"));
            var session = browser.cookie(TestSite.SESSION).orElseThrow();

            logInAsStaff();

            assertEquals(Optional.empty(), browser.cookie(TestSite.SESSION));
            assertEquals("staff", whoIsAt("/staff"));
            assertEquals("staff", whoIsAt("/anybody"));
            browser.put(site.page("/"), TestSite.SESSION, session);
            assertEquals("staff", whoIsAt("/anybody"), "the session is over, not the cookie alone");
        }

        @Test
        void a_form_without_the_token_of_the_other_login_is_foreign() throws Exception {
            logInAsStaff();

            assertEquals("foreign", browser.post(site.page("/staff"), Map.of()).text());
        }

        @Test
        void a_login_at_pro_sante_connect_that_fails_ends_nobodys() throws Exception {
            logInAsStaff();

            assertEquals(
                    400, browser.get(site.page("/psc/callback?code=x&state=y")).status());

            assertEquals("staff", whoIsAt("/staff"));
        }
    }

    /** A chain for each login: staff and professional live side by side. */
    @Nested
    class OneChainEach extends Site {
        OneChainEach() {
            super(TwoChains.class);
        }

        @Test
        void each_chain_knows_its_own() throws Exception {
            logInAsStaff();
            site.logIn(browser);

            assertEquals("staff", whoIsAt("/staff"));
            assertEquals("professional", whoIsAt("/pro"));

            var me = browser.get(site.page("/me"));
            browser.follow(browser.post(site.page("/psc/logout"), me.hidden()));
            assertEquals("staff", whoIsAt("/staff"));
            assertEquals("to /login-needed", whoIsAt("/pro"));
        }

        @Test
        void a_login_by_form_and_its_logout_leave_the_professional_alone() throws Exception {
            site.logIn(browser);
            logInAsStaff();

            assertEquals("staff", whoIsAt("/staff"));
            assertEquals("professional", whoIsAt("/pro"));

            var page = browser.get(site.page("/staff"));
            browser.post(site.page("/logout"), page.hidden());
            assertEquals("to /login", whoIsAt("/staff"));
            assertEquals("professional", whoIsAt("/pro"));
        }

        @Test
        void forms_of_the_other_chain_carry_its_own_token() throws Exception {
            logInAsStaff();
            site.logIn(browser);
            var page = browser.get(site.page("/staff"));

            assertEquals(
                    "taken", browser.post(site.page("/staff"), page.hidden()).text());
            assertEquals(403, browser.post(site.page("/staff"), Map.of()).status());
        }

        @Test
        void a_form_that_the_other_chain_takes_from_anybody_needs_the_token_of_the_session_too() throws Exception {
            var me = site.logIn(browser);
            var fields = tokenOfLoginPage();

            assertEquals(
                    "foreign", browser.post(site.page("/staff/door"), fields).text());
            fields.putAll(me.hidden());
            assertEquals("taken", browser.post(site.page("/staff/door"), fields).text());
        }
    }

    /** No other login can be remembered. */
    @Test
    void a_chain_that_remembers_nobody_knows_the_session_all_the_same() throws Exception {
        try (var site = TestSite.of(List.of(TestApplication.class, Staff.class, NoServletSessions.class))) {
            site.simulator().browserPersona(Personas.PHARMACIST);
            var browser = new Visitor();

            site.logIn(browser);

            assertEquals(200, browser.get(site.page("/pro")).status());
        }
    }
}
