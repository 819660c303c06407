package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginFormTest extends WithInteractiveSimulator {
    @ParameterizedTest
    @CsvSource({
        "'   ', Tapez l’identifiant national.",
        "99999100011, Ces 11\u00A0chiffres sont un numéro RPPS",
        "8999991000, Un identifiant qui commence par 8 a 12\u00A0chiffres",
        "8999991000110, Un identifiant qui commence par 8 a 12\u00A0chiffres",
        "abc, Ce n’est pas un identifiant national",
        "'<script>alert(1)</script>', Ce n’est pas un identifiant national",
        "899999100243, Aucun professionnel fictif n’a cet identifiant."
    })
    void what_is_wrong_with_an_identifier_is_told_at_its_field(String typed, String told) throws Exception {
        var again = visitor.submit(loginPage(), "channel", "MOBILE", "identifier", typed);

        var body = again.response().body();
        var field = Visitor.find(body, "(<input id=\"identifier\"[^>]*>)").get(0);
        assertTrue(body.contains("<div id=\"problem-identifier\"><p class=\"problem\" role=\"alert\">" + told), body);
        assertTrue(field.contains(" aria-describedby=\"problem-identifier "), field);
        assertTrue(field.contains(" aria-invalid=\"true\" autofocus"), field);
        assertTrue(body.contains("<title>Connexion – Erreur – "));
    }

    @Test
    void nothing_that_was_typed_is_kept_but_the_means() throws Exception {
        var again = visitor.submit(loginPage(), "channel", "CARD", "identifier", "899999100243");

        assertFalse(again.response().uri().toString().contains("899999100243"));
        assertFalse(again.response().body().contains("899999100243"));
        assertEquals("", again.header("Set-Cookie"));
        assertTrue(again.response().body().contains("value=\"CARD\" checked"));
        assertFalse(again.response().body().contains("required checked"));
    }

    @Test
    void a_page_without_a_problem_marks_no_field() throws Exception {
        var body = loginPage().response().body();

        assertFalse(body.contains("aria-invalid"));
        assertFalse(body.contains("class=\"problem\" role=\"alert\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 99999 10002 9", " 899999100029 ", "8999 9910\u00A00029"})
    void spaces_between_digits_do_not_matter(String typed) throws Exception {
        var waiting = waitingPage("MOBILE", typed);

        assertEquals(2, Visitor.number(waiting).length());
    }

    @Test
    void means_that_do_not_exist_are_told_at_the_choice() throws Exception {
        var again = visitor.submit(loginPage(), "channel", "FAX", "identifier", "899999100029");

        assertTrue(again.response()
                .body()
                .contains("<div id=\"problem-means\"><p class=\"problem\" role=\"alert\">Choisissez"));
    }
}
