package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import io.github.pscsdk.loginui.PscButton;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pages that a login ends with. What else may happen on the way is the starter's, and tried there. */
class LoginTest {
    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();

    @Test
    void a_professional_comes_back_logged_in_and_reads_who_they_are() throws Exception {
        var home = visitor.get(lab.page("/"));
        assertTrue(home.text().contains(">" + PscButton.LABEL + "</a>"), home.text());
        assertTrue(home.text().contains("href=\"" + lab.page("/psc/login") + "\""), home.text());

        var me = lab.logIn(visitor);

        assertEquals(lab.page("/me"), me.address());
        for (var text : new String[] {
            "CLARIMELLE FICTIVE-MORTIER", "899999100011", "Pharmacien", "Libéral", "3 place DU MARCHE INVENTE"
        }) {
            assertTrue(me.text().contains(text), text);
        }
        assertEquals(Optional.empty(), visitor.cookie("psc-logins"));
        assertEquals(lab.page("/me"), visitor.get(lab.page("/")).location(), "no need to log in again");
    }

    @Test
    void a_refusal_is_a_page_with_the_remedy_the_button_and_an_address_in_english() throws Exception {
        lab.seat("899999100045");

        var page = lab.logIn(visitor);

        assertEquals(403, page.status());
        assertTrue(page.text().contains("La connexion a été refusée."), page.text());
        assertTrue(page.text().contains(">" + PscButton.LABEL + "</a>"), page.text());
        assertEquals(Optional.empty(), visitor.cookie(PracticeLab.SESSION));
        assertTrue(page.text().contains("href=\"/problem/PSC-001?lang=en\""), page.text());
        assertTrue(
                visitor.get(lab.page("/problem/PSC-001?lang=en")).text().contains("<h1>The login was refused.</h1>"));
    }
}
