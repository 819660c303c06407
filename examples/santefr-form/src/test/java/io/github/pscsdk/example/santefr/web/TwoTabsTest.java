package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.web.Visitor.Page;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same declaration in two tabs: what was typed on the older page and what is saved are both there, and the person chooses. */
class TwoTabsTest {
    private static final String COMIRNATY = "Comirnaty";

    private final WebLab lab = WebLab.shared();

    private Declarant declarant;
    private Page older;

    @BeforeEach
    void begin() throws Exception {
        declarant = Declarant.loggedIn(lab);
        declarant.begin("testing");
        declarant.save(declarant.step("offer"), Map.of(), "add-vaccination");
        older = contact();
        declarant.save(older, Map.of("offers[0].details", "Salle 1", "offers[0].phone", "3975"), "stay");
    }

    private Page contact() throws Exception {
        return declarant.step("contact");
    }

    private String saved() throws Exception {
        return declarant.visitor.get(declarant.dossier("/history")).text();
    }

    private static void assertTyped(Page page, String complement) {
        assertEquals(200, page.status());
        assertTrue(page.text().contains(complement + "</textarea>"), page.text());
    }

    private static void assertOffersToChoose(Page page, String saved) {
        assertTrue(page.text().contains("a été modifiée entre-temps"), page.text());
        assertTrue(page.text().contains("<dd>" + saved + "</dd>"), page.text());
    }

    private void assertHasProducts(int offer) throws Exception {
        var page = declarant.step("offer").text();
        assertTrue(page.contains("name=\"offers[" + offer + "].products\" value=\"" + COMIRNATY + "\" checked"), page);
    }

    @Test
    void what_was_typed_on_the_older_page_stands_in_the_form_and_what_is_saved_beside_it() throws Exception {
        var conflict = declarant.save(older, Map.of("offers[0].details", "Salle 2"), "stay");

        assertTyped(conflict, "Salle 2");
        assertOffersToChoose(conflict, "Salle 1");
        assertOffersToChoose(conflict, "3975");
        assertTyped(contact(), "Salle 2");
        assertFalse(saved().contains("Salle 2"), "saved by nobody");

        var mine = declarant.save(conflict, Map.of(), "stay");

        assertTyped(mine, "Salle 2");
        assertFalse(mine.text().contains("a été modifiée entre-temps"), mine.text());
        assertTrue(saved().contains("Salle 2"), "saved");
    }

    @Test
    void whoever_keeps_what_is_saved_is_shown_nothing_else_any_more() throws Exception {
        var conflict = declarant.save(older, Map.of("offers[0].details", "Salle 2"), "stay");

        var theirs = declarant.save(conflict, Map.of(), "discard");

        assertTyped(theirs, "Salle 1");
        assertFalse(theirs.text().contains("Salle 2"), theirs.text());
        assertFalse(theirs.text().contains("a été modifiée entre-temps"), theirs.text());
    }

    @Test
    void a_tab_that_goes_on_saving_loses_nothing_that_another_one_typed() throws Exception {
        var newer = contact();
        declarant.save(older, Map.of("offers[0].details", "Salle 2"), "stay");

        var next = declarant.save(newer, Map.of("offers[0].details", "Salle 3"), "stay");

        assertTyped(next, "Salle 2");
        assertOffersToChoose(next, "Salle 3");
    }

    @Test
    void the_texts_of_a_second_and_a_third_tab_wait_for_one_another() throws Exception {
        declarant.save(older, Map.of("offers[0].details", "Salle 2"), "stay");

        var third = declarant.save(older, Map.of("offers[0].details", "Salle 3"), "stay");
        assertTyped(third, "Salle 3");
        var second = declarant.save(third, Map.of(), "stay");

        assertTyped(second, "Salle 2");
        assertOffersToChoose(second, "Salle 3");
        assertTyped(declarant.save(second, Map.of(), "discard"), "Salle 3");
    }

    @Test
    void an_offer_that_another_tab_removed_is_there_again_with_all_that_was_typed_into_it() throws Exception {
        declarant.save(declarant.step("offer"), Map.of("offers[1].products", COMIRNATY), "remove-0");
        var typed = new HashMap<>(Map.of("offers[0].phone", "3624", "offers[1].phone", "3013"));
        typed.put("offers[1].details", "Deux lignes");

        var conflict = declarant.save(older, typed, "stay");

        assertTrue(conflict.text().contains("name=\"offers[0].phone\" value=\"3624\""), conflict.text());
        assertTrue(conflict.text().contains("Deux lignes</textarea>"), conflict.text());
        assertTrue(conflict.text().contains("name=\"offers[1].phone\" value=\"3013\""), conflict.text());
        assertOffersToChoose(conflict, "(rien)");

        var mine = declarant.save(conflict, typed, "stay");

        assertTrue(mine.text().contains("name=\"offers[1].phone\" value=\"3013\""), mine.text());
        assertTrue(mine.text().contains("Deux lignes</textarea>"), mine.text());
        assertHasProducts(1);
    }

    @Test
    void an_offer_that_another_tab_added_stays_with_all_that_was_filled_in_there() throws Exception {
        declarant.save(declarant.step("offer"), Map.of(), "remove-1");
        var alone = contact();
        declarant.save(declarant.step("offer"), Map.of(), "add-vaccination");
        declarant.save(declarant.step("offer"), Map.of("offers[1].products", COMIRNATY), "stay");
        declarant.save(contact(), Map.of("offers[1].phone", "3975"), "stay");

        var conflict = declarant.save(alone, Map.of("offers[0].details", "Salle 2"), "stay");
        var mine = declarant.save(conflict, Map.of(), "stay");

        assertTyped(mine, "Salle 2");
        assertTrue(mine.text().contains("name=\"offers[1].phone\" value=\"3975\""), mine.text());
        assertHasProducts(1);
    }

    @Test
    void what_another_tab_saved_stands_beside_the_offer_that_it_is_of() throws Exception {
        declarant.save(contact(), Map.of("offers[1].phone", "3975"), "stay");
        older = contact();
        declarant.save(declarant.step("offer"), Map.of(), "remove-0");

        var conflict = declarant.save(older, Map.of("offers[0].phone", "3624"), "stay");

        assertOffersToChoose(conflict, "(rien)");
        assertFalse(conflict.text().contains("<dd>3975</dd>"), conflict.text());
    }

    @Test
    void to_read_the_choice_in_another_language_is_not_to_choose() throws Exception {
        var conflict = declarant.save(older, Map.of("offers[0].details", "Salle 2"), "stay");
        var typed = Declarant.typed(conflict, Map.of("offers[0].phone", "3013"), "language");

        var english = declarant.post(declarant.dossier("/contact?lang=en"), typed);

        assertTyped(english, "Salle 2");
        assertTrue(english.text().contains("changed meanwhile"), english.text());
        assertTrue(english.text().contains("<dd>Salle 1</dd>"), english.text());
        assertTrue(english.text().contains("value=\"3013\""), english.text());
        assertFalse(saved().contains("Salle 2"), "saved by nobody");
    }

    @Test
    void an_older_page_on_which_nothing_was_changed_asks_for_no_choice() throws Exception {
        var same = declarant.save(older, Map.of("offers[0].details", "Salle 1", "offers[0].phone", "3975"), "stay");

        assertTyped(same, "Salle 1");
        assertFalse(same.text().contains("a été modifiée entre-temps"), same.text());
    }

    @Test
    void another_step_that_another_tab_saved_meanwhile_is_no_choice() throws Exception {
        declarant.save(declarant.step("place"), Map.of("place.complement", "Au fond"), "stay");
        var newer = contact();
        declarant.save(declarant.step("place"), Map.of("place.complement", "Au sous-sol"), "stay");

        var saved = declarant.save(newer, Map.of("offers[0].details", "Salle 2"), "stay");

        assertTyped(saved, "Salle 2");
        assertFalse(saved.text().contains("a été modifiée entre-temps"), saved.text());
        assertTrue(saved().contains("Au sous-sol"), "saved");
    }
}
