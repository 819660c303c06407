package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import io.github.pscsdk.loginui.PscButton;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** French, unless the reader chose English. */
class LanguagesTest {
    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();

    @Test
    void a_page_is_in_french_says_so_and_says_that_it_is_a_stand_in() throws Exception {
        var home = visitor.get(lab.page("/"));

        assertTrue(home.text().contains("<html lang=\"fr\">"), home.text());
        assertTrue(home.text().contains("<a href=\"/?lang=en\" hreflang=\"en\" lang=\"en\">English</a>"), home.text());
        assertTrue(home.text().contains("rien n’est transmis à Santé.fr"), home.text());
    }

    @Test
    void english_once_chosen_stays_through_the_login_and_after_it() throws Exception {
        var home = visitor.get(lab.page("/?lang=en"));
        assertTrue(home.text().contains(">" + PscButton.LABEL_IN_ENGLISH + "</a>"), home.text());

        var me = lab.logIn(visitor);

        assertTrue(me.text().contains("<html lang=\"en\">"), me.text());
        assertTrue(me.text().contains("<h1>You are logged in</h1>"), me.text());
        assertTrue(me.text().contains("Pharmacist"), me.text());
        assertTrue(me.text().contains("nothing is handed over to Santé.fr"), me.text());
        assertTrue(visitor.get(lab.page("/me?lang=fr")).text().contains("Vous êtes connecté(e)"));
    }

    @Test
    void the_language_of_a_form_that_was_sent_can_be_changed_without_losing_what_was_typed() throws Exception {
        lab.logIn(visitor);
        var form = visitor.get(lab.page("/declaration"));
        var fields = form.hiddenAnd(Map.of("offers[0].phone", "moi@exemple.fr", "offers[0].details", "Au fond"));
        var page = visitor.post(lab.page("/declaration/preview"), fields);
        assertTrue(page.text().contains("form=\"entries\" formaction=\"/declaration?lang=en\""), page.text());

        var english = visitor.post(lab.page("/declaration?lang=en"), fields);

        assertTrue(english.text().contains("<h1>Your declaration</h1>"), english.text());
        assertTrue(english.text().contains("value=\"moi@exemple.fr\""), english.text());
        assertTrue(english.text().contains("Au fond</textarea>"), english.text());
        assertTrue(english.text().contains("answers to look at again"), english.text());
    }

    @Test
    void what_was_typed_into_a_form_that_was_not_sent_yet_is_there_in_the_other_language_and_is_not_judged()
            throws Exception {
        lab.logIn(visitor);
        var form = visitor.get(lab.page("/declaration"));
        assertTrue(
                form.text().contains("form=\"entries\" formaction=\"/declaration?unchecked=1&amp;lang=en\""),
                form.text());

        var english = visitor.post(
                lab.page("/declaration?unchecked=1&lang=en"),
                form.hiddenAnd(Map.of("offers[0].phone", "moi@exemple.fr", "offers[0].details", "Au fond")));

        assertEquals(200, english.status());
        assertTrue(english.text().contains("<h1>Your declaration</h1>"), english.text());
        assertTrue(english.text().contains("value=\"moi@exemple.fr\""), english.text());
        assertTrue(english.text().contains("Au fond</textarea>"), english.text());
        assertFalse(english.text().contains("role=\"alert\""), english.text());
    }

    @Test
    void a_language_that_there_is_not_changes_nothing() throws Exception {
        for (var odd : new String[] {"de", "%3Cb%3E", "fr-CA"}) {
            var page = visitor.get(lab.page("/?lang=" + odd));

            assertEquals(200, page.status(), odd);
            assertTrue(page.text().contains("<html lang=\"fr\">"), odd);
        }
    }

    @Test
    void what_the_sdk_says_is_in_the_language_of_the_page() throws Exception {
        var french = visitor.get(lab.page("/problem/PSC-001?lang=de"));
        var english = visitor.get(lab.page("/problem/PSC-001?lang=en-GB"));

        assertTrue(french.text().contains("<html lang=\"fr\">"), french.text());
        assertTrue(
                french.text()
                        .contains(LoginProblem.REFUSED.remedy(Locale.FRENCH).title()),
                french.text());
        assertTrue(
                english.text()
                        .contains(LoginProblem.REFUSED.remedy(Locale.ENGLISH).title()),
                english.text());
    }
}
