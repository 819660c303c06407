package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PageResponse;
import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the empty form to the receipt. */
class DeclarationTest {
    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor visitor = new Visitor();
    private PageResponse form;

    @BeforeEach
    void logIn() throws Exception {
        lab.logIn(visitor);
        form = visitor.get(lab.page("/declaration"));
    }

    private Map<String, String> flawless() {
        return new HashMap<>(form.hiddenAnd(Map.of(
                "kind", "vaccination",
                "appointment", "required",
                "phone", "03 45 81 04 21",
                "hours", "lundi : 8h30-12h et 14h-18h\nsamedi : 9h-12h",
                "note", "Entrée par la cour",
                "name", "Pharmacie Imaginaire",
                "street", "rue des Essais",
                "postcode", "21850",
                "town", "Ville-Test")));
    }

    private PageResponse preview(Map<String, String> fields) throws Exception {
        return visitor.post(lab.page("/declaration/preview"), fields);
    }

    @Test
    void the_form_opens_with_what_the_directory_says_of_the_place() {
        for (var value : new String[] {
            "PHARMACIE DU BANC D&#39;ESSAI", "place DU MARCHE INVENTE", "75000", "VILLE-TEST", "0100000001"
        }) {
            assertTrue(form.text().contains("value=\"" + value + "\""), value + form.text());
        }
    }

    @Test
    void a_finding_stands_at_its_field_in_plain_words_and_what_was_typed_stays() throws Exception {
        var fields = flawless();
        fields.put("phone", "moi@exemple.fr");
        fields.put("hours", "lundi : 18h-8h");

        var page = preview(fields);

        assertEquals(422, page.status());
        assertTrue(page.text().contains("<title>À corriger – Déclaration – "), page.text());
        assertTrue(page.text().contains("<li><a href=\"#phone\">Téléphone</a></li>"), page.text());
        assertTrue(page.text().contains("value=\"moi@exemple.fr\""), page.text());
        assertTrue(page.text().contains("aria-describedby=\"phone-notes\" aria-invalid=\"true\""), page.text());
        assertTrue(page.text().matches("(?s).*id=\"phone-notes\"[^>]*>\\s*<span class=\"problem\">[^<]{20,}</span>.*"));
        assertTrue(page.text().matches("(?s).*id=\"hours-notes\"[^>]*>\\s*<span class=\"problem\">lundi, .*"));
        assertTrue(page.text().contains("lundi : 18h-8h</textarea>"), page.text());
        assertTrue(page.text().contains("value=\"vaccination\" checked"), page.text());
    }

    @Test
    void hours_in_which_no_day_can_be_told_are_asked_for_again() throws Exception {
        var fields = flawless();
        fields.put("hours", "tous les jours sauf le mardi");

        var page = preview(fields);

        assertEquals(422, page.status());
        assertTrue(page.text().contains("Ces horaires n’ont pas pu être lus."), page.text());
    }

    @Test
    void a_test_must_be_named_where_tests_are_offered() throws Exception {
        var fields = flawless();
        fields.put("kind", "testing");
        assertEquals(422, preview(fields).status());

        fields.put("tests", "antigénique");

        assertEquals(200, preview(fields).status());
    }

    @Test
    void the_preview_shows_the_declaration_as_the_rules_write_it_and_leads_back_without_loss() throws Exception {
        var page = preview(flawless());

        assertEquals(200, page.status());
        assertTrue(page.text().contains("+33345810421"), page.text());
        assertTrue(page.text().contains("lundi 08h30-12h00 et 14h00-18h00"), page.text());
        var again = visitor.post(lab.page("/declaration"), page.hidden());
        assertEquals(200, again.status());
        assertTrue(again.text().contains("value=\"03 45 81 04 21\""), again.text());
        assertTrue(again.text().contains("samedi : 9h-12h</textarea>"), again.text());
    }

    @Test
    void handing_over_twice_is_one_receipt() throws Exception {
        var page = preview(flawless());

        var first = visitor.post(lab.page("/declaration/hand-over"), page.hidden());
        var second = visitor.post(lab.page("/declaration/hand-over"), page.hidden());

        assertEquals(303, first.status());
        assertEquals(first.location(), second.location());
        var receipt = visitor.follow(first);
        assertTrue(receipt.text().contains("<h1>Votre déclaration est remise</h1>"), receipt.text());
        assertTrue(receipt.text().contains("+33345810421"), receipt.text());
        assertTrue(receipt.text().contains("Santé.fr ne l’a pas reçue."), receipt.text());
        assertNotEquals(first.location(), handOver(preview(flawless())).location(), "another one has another key");
    }

    @Test
    void what_is_handed_over_is_checked_again() throws Exception {
        var fields = new HashMap<>(preview(flawless()).hidden());
        fields.put("phone", "1");

        var page = visitor.post(lab.page("/declaration/hand-over"), fields);

        assertEquals(422, page.status());
        var receipt = visitor.get(lab.page("/receipt/" + fields.get("key")));
        assertEquals(404, receipt.status());
    }

    @Test
    void a_receipt_is_for_whoever_handed_over_alone() throws Exception {
        var receipt = handOver(preview(flawless())).location();
        var other = new Visitor();
        lab.seat("899999100383");
        lab.logIn(other);

        assertEquals(404, other.get(receipt).status());
        assertEquals(404, visitor.get(lab.page("/receipt/" + UUID.randomUUID())).status());
        assertEquals(404, visitor.get(lab.page("/receipt/x")).status());
        assertEquals(200, visitor.get(receipt).status());
    }

    @Test
    void markup_in_an_entry_is_text() throws Exception {
        var fields = flawless();
        fields.put("name", "\"><script>alert(1)</script>");
        fields.put("note", "</textarea><script>alert(1)</script>");
        fields.put("kind", "<script>");

        for (var page : new PageResponse[] {preview(fields), visitor.post(lab.page("/declaration"), fields)}) {
            assertFalse(page.text().contains("<script"), page.text());
            assertTrue(page.text().contains("&lt;script"), page.text());
        }
    }

    @Test
    void whoever_has_no_right_at_the_place_reads_why_and_hands_nothing_over() throws Exception {
        var persons = Map.of("899999100433", "ne peut déclarer ni dépistage ni vaccination", "899999100201", "libéral");
        for (var person : persons.entrySet()) {
            var other = new Visitor();
            lab.seat(person.getKey());
            lab.logIn(other);
            var page = other.get(lab.page("/declaration"));
            assertTrue(page.text().contains(person.getValue()), page.text());
            assertFalse(page.text().contains("<textarea"), page.text());

            var fields = flawless();
            fields.putAll(page.hidden());
            fields.put("key", UUID.randomUUID().toString());
            var refused = other.post(lab.page("/declaration/hand-over"), fields);

            assertEquals(422, refused.status());
            assertEquals(
                    404, other.get(lab.page("/receipt/" + fields.get("key"))).status());
        }
    }

    private PageResponse handOver(PageResponse page) throws Exception {
        return visitor.post(lab.page("/declaration/hand-over"), page.hidden());
    }
}
