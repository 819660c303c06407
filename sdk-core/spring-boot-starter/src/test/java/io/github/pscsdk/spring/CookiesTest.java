package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a browser keeps of the login, and what it is told to forget. */
class CookiesTest {
    private final TestSite site = TestSite.shared();
    private final Visitor visitor = new Visitor();

    @Test
    void cookies_are_for_no_script_and_for_no_foreign_form_and_there_is_no_other_session() throws Exception {
        var leaving = visitor.get(site.page("/psc/login"));
        var back = visitor.get(visitor.get(leaving.location()).location());
        var me = visitor.get(site.page("/me"));

        for (var cookie : List.of(leaving.setCookie("psc-logins"), back.setCookie("psc-session"))) {
            assertTrue(cookie.contains("; HttpOnly"), cookie);
            assertTrue(cookie.contains("; SameSite=Lax"), cookie);
            assertTrue(cookie.contains("; Path=/"), cookie);
            assertFalse(cookie.contains("Domain"), cookie);
        }
        assertTrue(leaving.setCookie("psc-logins").contains("Max-Age=600"));
        assertFalse(back.setCookie("psc-session").contains("Max-Age"), "gone with the browser");
        for (var answer : List.of(leaving, back, me)) {
            assertFalse(
                    answer.setCookies().toString().contains("JSESSIONID"),
                    () -> answer.address().getPath());
        }
    }

    @Test
    void behind_https_cookies_are_for_https_and_for_this_host_alone() throws Exception {
        try (var own = TestSite.publishedAt(URI.create("https://practice.example"))) {
            var leaving = visitor.get(own.page("/psc/login"));

            assertTrue(leaving.setCookie("__Host-psc-logins").contains("; Secure"));
            assertTrue(leaving.location().getQuery().contains("redirect_uri=https://practice.example/psc/callback"));
        }
    }

    @Test
    void what_login_and_logout_answer_is_kept_by_nobody_but_the_style_may_be() throws Exception {
        for (var path : List.of("/psc/login", "/psc/callback?code=x&state=y", "/psc/signed-out")) {
            var answer = visitor.get(site.page(path));

            assertEquals("no-store", answer.header("Cache-Control"), path);
            assertEquals("no-referrer", answer.header("Referrer-Policy"), path);
        }
        assertEquals("", visitor.get(site.page("/psc/button.css")).header("Cache-Control"));
    }
}
