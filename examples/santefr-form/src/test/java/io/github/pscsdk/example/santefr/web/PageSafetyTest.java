package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What protects the pages in a browser. */
class PageSafetyTest {
    private static final Pattern LOADED = Pattern.compile("<(?:link|img|script)[^>]*(?:href|src)=\"([^\"]+)\"");

    private final WebLab lab = WebLab.shared();
    private final Visitor visitor = new Visitor();

    @Test
    void every_page_has_the_headers() throws Exception {
        var home = visitor.get(lab.page("/"));
        var guide = visitor.get(lab.page("/guide/login_cps"));
        var leaving = visitor.get(lab.page("/login"));
        var refused = visitor.get(lab.page("/callback?code=x&state=y"));
        var me = lab.logIn(visitor);
        var foreign = visitor.post(lab.page("/logout"), Map.of());
        var gone = visitor.get(lab.page("/nowhere"));

        for (var page : List.of(home, guide, leaving, refused, me, foreign, gone)) {
            var where = page.address().getPath();
            assertEquals("no-store", page.header("Cache-Control"), where);
            assertEquals("nosniff", page.header("X-Content-Type-Options"), where);
            assertEquals("no-referrer", page.header("Referrer-Policy"), where);
            var policy = page.header("Content-Security-Policy");
            assertTrue(policy.startsWith("default-src 'none'; style-src 'self'; img-src 'self'; "), where);
            assertTrue(policy.endsWith("; base-uri 'none'; frame-ancestors 'none'"), where);
            assertFalse(policy.contains("unsafe"), where);
        }
        var origin = lab.simulator.issuer().resolve("/").toString();
        assertTrue(me.header("Content-Security-Policy")
                .contains("form-action 'self' " + origin.substring(0, origin.length() - 1) + ";"));
    }

    @Test
    void a_page_loads_nothing_from_elsewhere_and_has_no_script_and_no_style_within() throws Exception {
        var pages = List.of(
                visitor.get(lab.page("/")),
                visitor.get(lab.page("/problem/PSC-001")),
                visitor.get(lab.page("/guide/update_contact")),
                visitor.get(lab.page("/nowhere")),
                lab.logIn(visitor));

        for (var page : pages) {
            assertFalse(
                    page.text()
                            .replace("<script src=\"/form.js\" defer></script>", "")
                            .contains("<script"),
                    page.text());
            assertFalse(page.text().contains("style="), page.text());
            assertFalse(page.text().contains("<style"), page.text());
            for (var loaded : LOADED.matcher(page.text()).results().toList()) {
                var answer = visitor.get(lab.page("/").resolve(loaded.group(1)));
                assertEquals(lab.page("/").getAuthority(), answer.address().getAuthority(), loaded.group(1));
                assertEquals(200, answer.status(), loaded.group(1));
            }
        }
    }

    @Test
    void cookies_are_for_no_script_and_for_no_foreign_form() throws Exception {
        var leaving = visitor.get(lab.page("/login"));
        var back = visitor.get(visitor.get(leaving.location()).location());
        var switched = visitor.get(lab.page("/?lang=en"));

        for (var cookie : List.of(
                leaving.cookie("santefr-logins"),
                back.cookie("santefr-session"),
                switched.cookie("santefr-language"))) {
            assertTrue(cookie.contains("; HttpOnly"), cookie);
            assertTrue(cookie.contains("; SameSite=Lax"), cookie);
            assertTrue(cookie.contains("; Path=/"), cookie);
            assertFalse(cookie.contains("Domain"), cookie);
        }
        assertTrue(leaving.cookie("santefr-logins").contains("Max-Age=600"));
        assertFalse(back.cookie("santefr-session").contains("Max-Age"), "gone with the browser");
    }

    @Test
    void behind_https_cookies_are_for_https_and_for_this_host_alone(@TempDir Path folder) throws Exception {
        var base = URI.create("https://form.example");
        try (var published = WebLab.published(folder, base)) {
            var home = visitor.get(published.page("/"));
            var leaving = visitor.get(published.page("/login"));

            assertTrue(home.text().contains("href=\"https://form.example/login\""), home.text());
            var cookie = leaving.cookie("__Host-santefr-logins");
            assertTrue(cookie.contains("; Secure"), cookie);
            assertTrue(leaving.location().getQuery().contains("redirect_uri=https://form.example/callback"));
        }
    }
}
