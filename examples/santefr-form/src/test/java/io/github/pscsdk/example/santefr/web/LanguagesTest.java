package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.loginui.PscButton;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** French, unless the reader chose English. */
class LanguagesTest {
    private final Visitor visitor = new Visitor();

    private final WebLab lab = WebLab.shared();

    @Test
    void a_page_is_in_french_and_says_so() throws Exception {
        var home = visitor.get(lab.page("/"));

        assertTrue(home.text().contains("<html lang=\"fr\">"), home.text());
        assertTrue(home.text().contains("<a href=\"/?lang=en\" hreflang=\"en\" lang=\"en\">English</a>"), home.text());
        assertTrue(home.text().contains("rien n’est transmis à Santé.fr"), home.text());
    }

    @Test
    void english_once_chosen_stays_through_the_login_and_after_it() throws Exception {
        visitor.get(lab.page("/?lang=en"));

        var me = lab.logIn(visitor);

        assertTrue(me.text().contains("<html lang=\"en\">"), me.text());
        assertTrue(me.text().contains("<h1>You are logged in</h1>"), me.text());
        assertTrue(me.text().contains("Pharmacist"), me.text());
        assertTrue(me.text().contains("nothing is handed over to Santé.fr"), me.text());
        assertTrue(me.text().contains("As the law stood on December 31, 2023."), me.text());
        assertTrue(visitor.get(lab.page("/me?lang=fr")).text().contains("31 décembre 2023"));
    }

    @Test
    void what_was_typed_is_kept_before_the_language_changes_and_not_judged() throws Exception {
        var declarant = Declarant.loggedIn(lab);
        var form = declarant.begin("testing");
        assertTrue(
                form.text()
                        .contains("form=\"typed\" formaction=\""
                                + declarant.dossier("/place").getPath() + "?lang=en\""),
                form.text());
        var typed = Declarant.typed(form, Map.of("place.complement", "Salle 2"), "language");

        var english = declarant.post(declarant.dossier("/place?lang=en"), typed);

        assertTrue(english.text().contains("<html lang=\"en\">"), english.text());
        assertTrue(english.text().contains("value=\"Salle 2\""), english.text());
        assertFalse(english.text().contains("role=\"alert\""), english.text());
        assertTrue(declarant.visitor.get(declarant.dossier("/place")).text().contains("value=\"Salle 2\""));
    }

    @Test
    void a_form_that_was_judged_is_judged_in_the_other_language_too() throws Exception {
        var declarant = Declarant.loggedIn(lab);
        declarant.begin("testing");
        var judged = declarant.save(declarant.step("contact"), Map.of("offers[0].phone", "x"), "next");
        assertTrue(judged.text().contains("/contact?checked=1&amp;lang=en\""), judged.text());

        var english = declarant.post(
                declarant.dossier("/contact?checked=1&lang=en"), Declarant.typed(judged, Map.of(), "language"));

        assertTrue(english.text().contains("One answer to look at again"), english.text());
    }

    @Test
    void the_button_speaks_the_language_of_its_page() throws Exception {
        var french = visitor.get(lab.page("/"));
        var english = visitor.get(lab.page("/?lang=en"));

        assertTrue(french.text().contains("<div class=\"psc-login\" lang=\"fr\">"), french.text());
        assertTrue(french.text().contains(">" + PscButton.LABEL + "</a>"), french.text());
        assertTrue(english.text().contains("<div class=\"psc-login\" lang=\"en\">"), english.text());
        assertTrue(english.text().contains(">" + PscButton.LABEL_IN_ENGLISH + "</a>"), english.text());
    }

    @Test
    void a_notice_is_kept_when_the_language_changes() throws Exception {
        var page = visitor.follow(visitor.get(lab.page("/me")));

        assertTrue(page.text().contains("href=\"/?notice=login-needed&amp;lang=en\""), page.text());
        assertTrue(visitor.get(lab.page("/?notice=login-needed&lang=en")).text().contains("Log in to see this page."));
    }

    @Test
    void a_language_or_a_notice_that_there_is_not_changes_nothing() throws Exception {
        var page = visitor.get(lab.page("/?lang=%3Cb%3E&notice=%3Cb%3E"));

        assertEquals(200, page.status());
        assertEquals(visitor.get(lab.page("/")).text(), page.text());
    }
}
