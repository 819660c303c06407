package io.github.pscsdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site makes a browser send. */
class FormTokenTest {
    private final TestSite site = TestSite.shared();
    private final Visitor visitor = new Visitor();

    @ParameterizedTest
    @ValueSource(strings = {"/psc/logout", "/entry", "/open-entry"})
    void a_form_without_the_token_of_its_own_session_is_refused(String path) throws Exception {
        var tokenOfAnother = site.logIn(new Visitor()).hidden();
        site.logIn(visitor);

        for (var fields :
                List.of(Map.<String, String>of(), Map.of("csrf", ""), Map.of("csrf", "guess"), tokenOfAnother)) {
            var refused = visitor.post(site.page(path), fields);

            assertEquals(403, refused.status());
            assertEquals("foreign", refused.text());
        }
        assertEquals(200, visitor.get(site.page("/me")).status(), "still logged in");
    }

    @Test
    void a_form_with_the_token_of_its_session_is_taken() throws Exception {
        var me = site.logIn(visitor);

        assertEquals("taken", visitor.post(site.page("/entry"), me.hidden()).text());
    }

    @Test
    void a_script_sends_the_token_in_a_header() throws Exception {
        var token = site.logIn(visitor).hidden().get("csrf");

        assertEquals("taken", visitor.postAsScript(site.page("/entry"), token).text());
        assertEquals(403, visitor.postAsScript(site.page("/entry"), "guess").status());
    }

    @Test
    void of_a_form_of_an_earlier_session_the_application_is_told_what_it_holds_and_who_is_logged_in_now()
            throws Exception {
        var late = site.logIn(visitor).hidden();
        late.put("typed", "a text");
        site.clock().advance(Duration.ofMinutes(30));
        site.seat("899999100029");
        site.logIn(visitor);
        var now = visitor.get(site.page("/me")).text();

        var refused = visitor.post(site.page("/entry"), late);

        assertEquals(403, refused.status());
        assertEquals("foreign, a text, now " + now.substring(0, now.indexOf('<')), refused.text());
    }

    @Test
    void the_token_does_not_give_the_handle_away() throws Exception {
        var me = site.logIn(visitor);

        assertFalse(me.text().contains(visitor.cookie(TestSite.SESSION).orElseThrow()));
    }
}
