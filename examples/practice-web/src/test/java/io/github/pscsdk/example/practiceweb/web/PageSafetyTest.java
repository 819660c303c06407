package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What protects the pages in a browser. */
class PageSafetyTest {
    private static final Pattern LOADED = Pattern.compile("<(?:link|img|script)[^>]*(?:href|src)=\"([^\"]+)\"");

    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();

    @Test
    void every_answer_has_the_headers() throws Exception {
        var home = visitor.get(lab.page("/"));
        var leaving = visitor.get(lab.page("/psc/login"));
        var refused = visitor.get(lab.page("/psc/callback?code=x&state=y"));
        var me = lab.logIn(visitor);
        var form = visitor.get(lab.page("/declaration"));
        var foreign = visitor.post(lab.page("/psc/logout"), Map.of());
        var gone = visitor.get(lab.page("/nowhere"));
        assertEquals(404, gone.status());
        assertTrue(gone.text().contains("<h1>Page introuvable</h1>"), gone.text());

        for (var page : List.of(home, leaving, refused, me, form, foreign, gone)) {
            var where = page.address().getPath();
            assertEquals("no-store", page.header("Cache-Control"), where);
            assertEquals("nosniff", page.header("X-Content-Type-Options"), where);
            assertEquals("no-referrer", page.header("Referrer-Policy"), where);
            var policy = page.header("Content-Security-Policy");
            var psc = lab.simulator().issuer().getAuthority();
            assertEquals(
                    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http://" + psc
                            + "/; base-uri 'none'; frame-ancestors 'none'",
                    policy,
                    where);
        }
    }

    @Test
    void a_page_loads_nothing_from_elsewhere_and_has_no_script_and_no_style_of_its_own() throws Exception {
        var pages = List.of(
                visitor.get(lab.page("/")),
                visitor.get(lab.page("/problem/PSC-001")),
                visitor.get(lab.page("/nowhere")),
                lab.logIn(visitor),
                visitor.get(lab.page("/declaration")));

        for (var page : pages) {
            assertFalse(page.text().matches("(?s).*(<script|style=|<style| on[a-z]+=).*"), page.text());
            for (var loaded : LOADED.matcher(page.text()).results().toList()) {
                var address = lab.page("/").resolve(loaded.group(1));
                assertEquals(lab.page("/").getAuthority(), address.getAuthority());
                assertEquals(200, visitor.get(address).status(), loaded.group(1));
            }
        }
    }

    @Test
    void a_working_page_says_who_works_where_and_leads_out_and_each_page_has_one_strong_button() throws Exception {
        var home = visitor.get(lab.page("/"));
        var nowhere = visitor.get(lab.page("/nowhere"));
        var me = lab.logIn(visitor);
        var form = visitor.get(lab.page("/declaration"));
        var typed = form.hiddenAnd(Map.of("offers[0].kind", "vaccination", "place.name", "Ici"));
        typed.putAll(Map.of("place.street", "rue des Essais", "place.postcode", "21850", "place.town", "Ville-Test"));
        var preview = visitor.post(lab.page("/declaration/preview"), typed);
        var receipt = visitor.follow(visitor.post(lab.page("/declaration/hand-over"), preview.hidden()));

        for (var page : List.of(me, form, preview, receipt)) {
            var header = page.text().substring(0, page.text().indexOf("</header>"));
            assertTrue(header.contains("CLARIMELLE FICTIVE-MORTIER</a> – PHARMACIE DU BANC D"), header);
            assertTrue(header.contains("<button class=\"link\">Se déconnecter</button>"), header);
        }
        for (var page : List.of(home, nowhere, me, form, preview, receipt)) {
            var strong = Pattern.compile("class=\"(main|psc-login-button)\"").matcher(page.text());
            assertEquals(1, strong.results().count(), page.text());
            assertEquals(1, page.text().split("class=\"notice\"", -1).length - 1, page.text());
        }
    }

    @Test
    void the_cookie_of_the_language_is_for_no_script_and_for_no_foreign_form_and_there_is_no_servlet_session()
            throws Exception {
        var switched = visitor.get(lab.page("/?lang=en"));

        var cookie = switched.setCookie("practice-language");
        assertTrue(cookie.contains("; HttpOnly"), cookie);
        assertTrue(cookie.contains("; SameSite=Lax"), cookie);
        assertTrue(cookie.contains("; Path=/"), cookie);
        assertFalse(cookie.contains("Domain"), cookie);
        assertFalse(switched.setCookies().toString().contains("JSESSIONID"));
    }

    @Test
    void behind_https_cookies_are_for_https_and_for_this_host_alone() throws Exception {
        try (var own = PracticeLab.publishedAt(URI.create("https://practice.example"))) {
            var home = visitor.get(own.page("/?lang=fr"));
            var leaving = visitor.get(own.page("/psc/login"));

            assertTrue(home.text().contains("href=\"https://practice.example/psc/login\""), home.text());
            assertTrue(home.setCookie("practice-language").contains("; Secure"));
            assertTrue(leaving.setCookie("__Host-psc-logins").contains("; Secure"));
            assertTrue(leaving.location().getQuery().contains("redirect_uri=https://practice.example/psc/callback"));
        }
    }
}
