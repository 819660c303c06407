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
                "offers[0].kind", "vaccination",
                "offers[0].appointment", "required",
                "offers[0].phone", "03 45 81 04 21",
                "offers[0].hours.monday", "8h30-12h et 14h-18h",
                "offers[0].details", "Entrée par la cour",
                "place.name", "Pharmacie Imaginaire",
                "place.street", "rue des Essais",
                "place.postcode", "21850",
                "place.town", "Ville-Test")));
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
        fields.put("offers[0].phone", "moi@exemple.fr");
        fields.put("offers[0].hours.monday", "18h-8h");

        var page = preview(fields);

        assertEquals(422, page.status());
        assertTrue(page.text().contains("<title>À corriger – Déclaration – "), page.text());
        assertTrue(page.text().contains(">2 réponses à revoir</h2>"), page.text());
        assertTrue(
                page.text()
                        .matches("(?s).*<li><a href=\"#offers-0-hours-monday\">Lundi</a>\u00a0: .*"
                                + "<li><a href=\"#offers-0-phone\">Téléphone de rendez-vous</a>\u00a0: .*"),
                "in the order of the page");
        assertTrue(page.text().contains("value=\"moi@exemple.fr\""), page.text());
        assertTrue(
                page.text().contains("aria-describedby=\"offers-0-phone-notes\" aria-invalid=\"true\""), page.text());
        assertTrue(page.text()
                .matches("(?s).*id=\"offers-0-phone-notes\"[^>]*>\\s*<p class=\"note error\">[^<]{20,}</p>.*"));
        assertTrue(page.text().contains("value=\"18h-8h\""), page.text());
        assertTrue(page.text().contains("value=\"vaccination\" checked"), page.text());
    }

    @Test
    void the_buttons_of_the_week_fill_days_and_judge_nothing() throws Exception {
        var weeks = visitor.post(lab.page("/declaration?unchecked=1"), form.hiddenAnd(Map.of("action", "week-0-0")));
        assertEquals(200, weeks.status());
        assertEquals(5, open(weeks), weeks.text());
        assertFalse(weeks.text().contains("role=\"alert\""), weeks.text());

        var fields = weeks.hiddenAnd(Map.of("offers[0].hours.monday", "8h-9h", "open", "offers[0].hours.monday"));
        assertEquals(1, open(visitor.post(lab.page("/declaration"), fields)), "an unticked day is closed");

        fields.put("action", "same-MONDAY-SUNDAY-0");
        var same = visitor.post(lab.page("/declaration?unchecked=1"), fields);
        assertTrue(same.text().contains("name=\"offers[0].hours.sunday\" value=\"8h-9h\""), same.text());

        for (var odd : new String[] {"remove-0", "week-9-0", "same-MONDAY-FOODAY-0", "week-0-7", ""}) {
            fields.put("action", odd);
            var unchanged = visitor.post(lab.page("/declaration?unchecked=1"), fields);
            assertEquals(1, open(unchanged), odd);
        }
    }

    private static long open(PageResponse page) {
        return page.text()
                .lines()
                .filter(line -> line.contains("name=\"open\"") && line.contains(" checked"))
                .count();
    }

    @Test
    void the_kind_comes_first_where_there_is_a_choice_and_goes_without_saying_where_there_is_none() throws Exception {
        assertFalse(form.text().contains(" checked"), "nothing is chosen");
        assertTrue(form.text().indexOf("offers-0-kind") < form.text().indexOf("offers-0-tests"), form.text());
        var none = flawless();
        none.remove("offers[0].kind");
        var asked = preview(none);
        assertEquals(422, asked.status());
        assertTrue(asked.text().contains("<li><a href=\"#offers-0-kind\">Ce que vous proposez</a>"), asked.text());

        var both = flawless();
        both.put("offers[0].tests", "antigénique");
        both.put("offers[0].consultation", "t");
        var preview = preview(both);
        assertFalse(preview.text().contains("antigénique</dd>"), "of the other kind");
        assertTrue(preview.text().contains("value=\"antigénique\""), "it stays for whoever goes back");

        lab.seat("899999100367");
        var dentist = new Visitor();
        lab.logIn(dentist);
        var one = dentist.get(lab.page("/declaration")).text();
        assertTrue(one.contains("<input type=\"hidden\" name=\"offers[0].kind\" value=\"testing\">"), one);
        assertFalse(one.contains("offers[0].products"), one);
    }

    @Test
    void a_test_must_be_named_where_tests_are_offered() throws Exception {
        var fields = flawless();
        fields.put("offers[0].kind", "testing");
        assertEquals(422, preview(fields).status());

        fields.put("offers[0].tests", "antigénique");

        assertEquals(200, preview(fields).status());
    }

    @Test
    void the_preview_shows_the_declaration_as_the_rules_write_it_and_leads_back_without_loss() throws Exception {
        var page = preview(flawless());

        assertEquals(200, page.status());
        assertTrue(page.text().contains("03\u00a045\u00a081\u00a004\u00a021"), page.text());
        assertTrue(
                page.text().contains("Lundi de 8\u00a0h\u00a030 à 12\u00a0h et de 14\u00a0h à 18\u00a0h."),
                page.text());
        assertTrue(page.text().contains("<dd>08h30-12h00 et 14h00-18h00</dd>"), page.text());
        var again = visitor.post(lab.page("/declaration"), page.hidden());
        assertEquals(200, again.status());
        assertTrue(again.text().contains("value=\"03 45 81 04 21\""), again.text());
        assertTrue(again.text().contains("value=\"8h30-12h et 14h-18h\""), again.text());
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
        assertTrue(receipt.text().contains("03\u00a045\u00a081\u00a004\u00a021"), receipt.text());
        assertTrue(receipt.text().contains("Santé.fr ne l’a pas reçue."), receipt.text());
        assertNotEquals(first.location(), handOver(preview(flawless())).location(), "another one has another key");
    }

    @Test
    void what_is_handed_over_is_checked_again() throws Exception {
        var fields = new HashMap<>(preview(flawless()).hidden());
        fields.put("offers[0].phone", "1");

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
        fields.put("place.name", "\"><script>alert(1)</script>");
        fields.put("offers[0].details", "</textarea><script>alert(1)</script>");
        fields.put("offers[0].kind", "<script>");

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
