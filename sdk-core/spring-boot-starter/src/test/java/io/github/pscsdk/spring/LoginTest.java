package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To Pro Santé Connect and back: one honest login, and one mishap or attack per test. */
class LoginTest {
    private final TestSite site = TestSite.shared();
    private final Visitor visitor = new Visitor();

    @Test
    void a_professional_comes_back_logged_in() throws Exception {
        var me = site.logIn(visitor);

        assertEquals(site.page("/me"), me.address());
        assertTrue(me.text().startsWith("FICTIVE-MORTIER"), me.text());
        assertEquals(Optional.empty(), visitor.cookie("psc-logins"));
    }

    @Test
    void a_bean_of_the_application_is_told_the_identifiers_of_who_logs_in() throws Exception {
        site.simulator().turn("identity", "MERGED");
        site.identifiers().clear();

        site.logIn(visitor);

        assertEquals(1, site.identifiers().size());
        assertEquals(2, site.identifiers().get(0).size());
        assertEquals("899999100011", site.identifiers().get(0).get(0).value());
    }

    @Test
    void a_controllers_method_may_take_the_professional_alone() throws Exception {
        assertEquals(
                site.page("/login-needed"), visitor.get(site.page("/person")).location());
        site.logIn(visitor);

        assertEquals("899999100011", visitor.get(site.page("/person")).text());
    }

    @ParameterizedTest
    @CsvSource({
        "899999100045, 403, PSC-001",
        "899999100169, 502, PSC-043",
        "899999100128, 502, PSC-023",
        "899999100185, 502, PSC-024",
    })
    void a_login_that_is_refused_or_cannot_be_trusted_opens_nothing(String persona, int status, String code)
            throws Exception {
        site.seat(persona);

        var page = site.logIn(visitor);

        assertEquals(status, page.status());
        assertEquals(code, page.text());
        assertEquals(Optional.empty(), visitor.cookie(TestSite.SESSION));
    }

    @Test
    void a_pro_sante_connect_that_is_down_is_a_problem_with_its_status() throws Exception {
        try (var fresh = TestSite.open()) {
            fresh.simulator().turn("fault-discovery", "503");
            fresh.restart();

            var page = visitor.get(fresh.page("/psc/login"));

            assertEquals(503, page.status());
            assertEquals("PSC-020", page.text());
        }
    }

    @Test
    void a_return_works_once_even_in_a_browser_that_still_has_the_cookie() throws Exception {
        var callback = site.callback(visitor);
        var cookie = "psc-login-" + callback.getQuery().replaceFirst(".*\\bstate=(.{12}).*", "$1");
        var state = visitor.cookie(cookie).orElseThrow();
        assertEquals(site.page("/me"), visitor.get(callback).location());

        visitor.put(site.page("/"), cookie, state);
        var replayed = visitor.get(callback);

        assertEquals(400, replayed.status());
        assertEquals("PSC-009", replayed.text());
    }

    @Test
    void a_return_belongs_to_the_browser_that_set_out() throws Exception {
        var callback = site.callback(visitor);
        var other = new Visitor();

        assertEquals(400, other.get(callback).status());
        assertEquals(Optional.empty(), other.cookie(TestSite.SESSION));
        assertEquals(site.page("/me"), visitor.get(callback).location(), "the login still waits for its own browser");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/psc/callback",
                "/psc/callback?state=&code=x",
                "/psc/callback?code=x&state=unknownunknownunknownunknown",
                "/psc/callback?error=access_denied&state=unknownunknownunknownunknown",
                "/psc/callback?state=a&state=b&code=x"
            })
    void a_return_that_nobody_waits_for_is_refused(String path) throws Exception {
        visitor.get(site.page("/psc/login"));

        var page = visitor.get(site.page(path));

        assertEquals(400, page.status());
        assertEquals("PSC-009", page.text());
    }

    @Test
    void a_login_given_up_for_ten_minutes_waits_no_longer() throws Exception {
        var callback = site.callback(visitor);

        site.clock().advance(Duration.ofMinutes(10));

        assertEquals(400, visitor.get(callback).status());
    }

    @Test
    void two_tabs_may_log_in_at_the_same_time() throws Exception {
        var first = site.callback(visitor);
        var second = site.callback(visitor);

        assertEquals(site.page("/me"), visitor.get(first).location());
        assertEquals(site.page("/me"), visitor.get(second).location());
    }

    @Test
    void each_login_has_a_new_handle_and_leaves_the_former_session_without_effect() throws Exception {
        visitor.put(site.page("/"), TestSite.SESSION, "fixed-by-somebody-else");
        site.logIn(visitor);
        var first = visitor.cookie(TestSite.SESSION).orElseThrow();
        assertNotEquals("fixed-by-somebody-else", first);

        site.logIn(visitor);

        assertNotEquals(first, visitor.cookie(TestSite.SESSION).orElseThrow());
        var thief = new Visitor();
        thief.put(site.page("/"), TestSite.SESSION, first);
        assertEquals(site.page("/session-over"), thief.get(site.page("/me")).location());
    }

    @Test
    void one_address_begins_sixty_logins_in_ten_minutes_and_is_told_when_to_come_back() throws Exception {
        for (var i = 0; i < 60; i++) {
            assertEquals(303, visitor.get(site.page("/psc/login")).status());
        }

        var refused = visitor.get(site.page("/psc/login"));

        assertEquals(429, refused.status());
        assertEquals("too many", refused.text());
        assertEquals("600", refused.header("Retry-After"));
        site.clock().advance(Duration.ofMinutes(10));
        assertEquals(303, visitor.get(site.page("/psc/login")).status());
    }
}
