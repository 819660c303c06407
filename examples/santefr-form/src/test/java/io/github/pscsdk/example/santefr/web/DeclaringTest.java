package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.web.Visitor.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a professional does with a declaration on the pages, and what is refused. */
class DeclaringTest {
    private static final Pattern SUMMARY = Pattern.compile("<summary>([^<]*)</summary>");

    private static final List<String> ACTS = List.of("/place", "/hand-over", "/again", "/confirm", "/withdraw");

    private final WebLab lab = WebLab.shared();

    private Declarant declarant;
    private Visitor visitor;

    @BeforeEach
    void log_in() throws Exception {
        declarant = Declarant.loggedIn(lab);
        visitor = declarant.visitor;
    }

    @Test
    void a_place_of_the_directory_fills_the_form_in() throws Exception {
        var page = declarant.begin("testing");

        assertTrue(page.text().contains("PHARMACIE DU BANC D&#39;ESSAI"), page.text());
        assertTrue(page.text().contains("name=\"place.town\" value=\"VILLE-TEST\""), page.text());
        assertTrue(declarant.step("offer").text().contains("name=\"offers[0].tests\""), page.text());
    }

    @Test
    void who_ticked_no_offer_is_asked_and_nothing_is_begun() throws Exception {
        var fields = new HashMap<>(declarant.mine().fields());
        fields.put("place", "0");

        var asked = declarant.post(lab.page("/mine"), fields);

        assertTrue(asked.text().contains("Choisissez au moins une offre."), asked.text());
        assertFalse(asked.text().contains("SF-"), asked.text());
    }

    @Test
    void a_finding_is_told_at_its_field_and_linked_from_the_summary_and_counted_in_the_title() throws Exception {
        declarant.begin("testing");

        var page = declarant.save(declarant.step("contact"), Map.of("offers[0].phone", "call me"), "next");

        assertTrue(page.text().contains("<title>Une réponse à revoir – "), page.text());
        assertTrue(page.text().contains("href=\"#offers-0-phone\""), page.text());
        assertTrue(page.text().contains("<div id=\"offers-0-phone-notes\""), page.text());
        assertTrue(page.text().contains("name=\"offers[0].phone\" value=\"call me\""), page.text());
    }

    @Test
    void what_was_typed_is_shown_and_never_run() throws Exception {
        var hostile = "\"><script>alert(1)</script>";
        declarant.begin("testing");

        var check = declarant.fill(Map.of("place.complement", hostile, "offers[0].details", hostile));

        for (var page : List.of(check, declarant.step("contact"), declarant.step("place"), declarant.step("history"))) {
            assertFalse(page.text().contains("<script>alert"), page.text());
        }
        assertTrue(check.text().contains("&lt;script"), check.text());
    }

    @Test
    void a_day_that_is_open_and_has_no_hours_is_asked_for_them() throws Exception {
        declarant.begin("testing");

        var page = declarant.save(declarant.step("hours"), Map.of("open", List.of("offers[0].hours.friday")), "next");

        assertTrue(page.text().contains("id=\"offers-0-hours-friday-notes\""), page.text());
        assertTrue(page.text().contains("value=\"offers[0].hours.friday\" checked"), page.text());
        assertFalse(page.text().contains("value=\"?\""), page.text());
    }

    @Test
    void a_day_that_is_unticked_is_closed_and_one_that_is_filled_is_open() throws Exception {
        declarant.begin("testing");
        var filled = declarant.save(declarant.step("hours"), Map.of("offers[0].hours.friday", "9h-midi"), "stay");
        assertTrue(filled.text().contains("name=\"offers[0].hours.friday\" value=\"9h-midi\""), filled.text());
        assertTrue(filled.text().contains("Vendredi de 9\u00A0h à 12\u00A0h."), filled.text());

        var closed = declarant.save(filled, Map.of("open", List.of()), "stay");

        assertTrue(closed.text().contains("name=\"offers[0].hours.friday\" value=\"\""), closed.text());
    }

    @Test
    void a_week_is_filled_by_one_press_or_day_by_day_as_the_day_before() throws Exception {
        declarant.begin("testing");

        var week = declarant.save(declarant.step("hours"), Map.of(), "week-0-0");
        assertTrue(
                week.text().contains("Du lundi au vendredi de 9\u00A0h à 12\u00A0h et de 14\u00A0h à 19\u00A0h."),
                week.text());

        var more = declarant.save(week, Map.of(), "same-FRIDAY-SATURDAY-0");
        assertTrue(more.text().contains("Du lundi au samedi"), more.text());
    }

    @Test
    void a_week_in_one_text_is_laid_out_by_day() throws Exception {
        declarant.begin("vaccination");

        var page = declarant.save(
                declarant.step("hours"),
                Map.of("offers[0].hoursText", "lundi : 8h00-12h00 et 14h00-19h00 | mardi : fermé"),
                "lay-out-0");

        assertTrue(
                page.text().contains("name=\"offers[0].hours.monday\" value=\"08h00-12h00 et 14h00-19h00\""),
                page.text());
    }

    @Test
    void offers_are_added_and_removed() throws Exception {
        declarant.begin("testing");

        var two = declarant.save(declarant.step("offer"), Map.of(), "add-vaccination");
        assertFalse(declarant.save(two, Map.of(), "add-vaccination").text().contains("offers[2]"));
        var one = declarant.save(declarant.step("offer"), Map.of(), "remove-0");

        assertTrue(two.text().contains("name=\"offers[1].products\""), two.text());
        assertTrue(one.text().contains("name=\"offers[0].products\""), one.text());
        assertFalse(one.text().contains("offers[1]"), one.text());
    }

    @Test
    void what_is_handed_over_has_a_receipt_and_the_same_one_again() throws Exception {
        declarant.begin("testing");
        var check = declarant.fill(Declarant.FLAWLESS);
        assertTrue(check.text().contains("03\u00A045\u00A081\u00A004\u00A021"), check.text());
        assertTrue(check.text().contains("Lundi de 8\u00A0h\u00A030 à 12\u00A0h\u00A030."), check.text());
        assertTrue(check.text().contains("Rien n’est encore transmis."), check.text());

        var receipt = declarant.handOver(check);
        var again = declarant.handOver(check);

        assertTrue(receipt.text().contains("SF-"), receipt.text());
        assertTrue(again.text().contains("voici le même récépissé"), again.text());
        assertEquals(hash(receipt), hash(again));
    }

    @Test
    void what_has_errors_cannot_be_handed_over_and_says_on_which_step_they_are_mended() throws Exception {
        declarant.begin("testing");

        var check = declarant.step("check");
        var refused = declarant.handOver(check);

        assertFalse(check.text().contains("Transmettre la déclaration"), check.text());
        assertTrue(check.text().contains("/offer?checked=1#offers-0-tests"), check.text());
        assertEquals(check.address(), refused.address());
        assertTrue(declarant.mine().text().contains("brouillon"));
    }

    @Test
    void the_next_declaration_begins_with_the_answers_of_the_last_one() throws Exception {
        declarant.begin("testing");
        declarant.handOver(declarant.fill(Declarant.FLAWLESS));

        var fields = new HashMap<>(declarant.mine().fields());
        fields.putAll(Map.of("place", "0", "kind", "vaccination"));
        var next = declarant.post(lab.page("/mine"), fields);
        var hours = visitor.get(next.address().resolve("hours"));

        assertTrue(hours.text().contains("name=\"offers[0].hours.monday\" value=\"08h30-12h30\""), hours.text());
        assertTrue(visitor.get(next.address().resolve("contact")).text().contains("+33345810421"));
    }

    @Test
    void the_same_again_is_handed_over_by_two_presses() throws Exception {
        declarant.begin("testing");
        declarant.handOver(declarant.fill(Declarant.FLAWLESS));

        var check =
                declarant.post(declarant.dossier("/again"), declarant.step("").fields());
        var receipt = declarant.handOver(check);

        assertTrue(receipt.text().contains("Déclaration transmise"), receipt.text());
        assertFalse(receipt.text().contains("même récépissé"), receipt.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", ""})
    void the_next_declaration_of_a_place_and_one_that_is_done_again_hide_it_only_if_the_last_one_did(String hidden)
            throws Exception {
        var typed = new HashMap<>(Declarant.FLAWLESS);
        typed.put("hidden", hidden);
        declarant.begin("testing");
        declarant.handOver(declarant.fill(typed));
        assertEquals(!hidden.isEmpty(), isHidden(declarant.begin("testing")));

        var withdrawal = new HashMap<>(declarant.step("withdraw").fields());
        withdrawal.put("reason", "CLOSED");
        var withdrawn = declarant.post(declarant.dossier("/withdraw"), withdrawal);
        var again = declarant.post(declarant.dossier("/again"), withdrawn.fields());

        assertEquals(!hidden.isEmpty(), isHidden(again));
    }

    private boolean isHidden(Page page) throws Exception {
        return visitor.get(page.address().resolve("contact"))
                .text()
                .contains("<input type=\"checkbox\" name=\"hidden\" value=\"t\" checked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "back", "save", "language"})
    void a_look_at_what_was_handed_over_makes_no_draft_of_it(String button) throws Exception {
        declarant.begin("testing");
        declarant.handOver(declarant.fill(Declarant.FLAWLESS));

        for (var step : List.of("place", "offer", "hours", "contact")) {
            declarant.save(declarant.step(step), Map.of(), button);
        }
        var fields = new HashMap<>(visitor.get(declarant.dossier("")).fields());
        fields.put("field", "offers[0].phone");
        declarant.post(declarant.dossier("/accept"), fields);

        assertFalse(declarant.mine().text().contains("brouillon"));
        assertTrue(visitor.get(declarant.dossier("")).text().contains("/confirm\""));
    }

    @Test
    void what_the_public_sees_can_be_confirmed_wherever_that_is_asked_and_a_draft_stays() throws Exception {
        declarant.begin("testing");
        declarant.handOver(declarant.fill(Declarant.FLAWLESS));
        declarant.fill(Map.of("offers[0].phone", "3975"));
        assertFalse(visitor.get(declarant.dossier("")).text().contains("/confirm\""), "asked by nobody");
        lab.clock.advance(Duration.ofDays(31));
        lab.logIn(visitor);
        var asked = visitor.get(declarant.dossier(""));
        assertTrue(asked.text().contains("Est-elle toujours exacte"), asked.text());
        assertTrue(asked.text().contains("/confirm\""), asked.text());

        var confirmed = declarant.post(declarant.dossier("/confirm"), asked.fields());

        assertTrue(confirmed.text().contains("C’est noté"), confirmed.text());
        assertFalse(confirmed.text().contains("Est-elle toujours exacte"), confirmed.text());
        assertTrue(declarant.step("contact").text().contains("value=\"3975\""));
    }

    @Test
    void what_was_handed_over_is_edited_confirmed_and_withdrawn() throws Exception {
        declarant.begin("testing");
        declarant.handOver(declarant.fill(Declarant.FLAWLESS));
        var edit = declarant.step("place");
        assertTrue(
                edit.text()
                        .contains(
                                "name=\"place.street\" value=\"place DU MARCHE INVENTE\" autocomplete=\"off\" readonly"),
                edit.text());
        var check = declarant.fill(Map.of("offers[0].phone", "3975"));
        assertTrue(
                check.text().contains("<del>03\u00A045\u00A081\u00A004\u00A021</del> <ins>3975</ins>"), check.text());
        assertTrue(visitor.get(declarant.dossier("")).text().contains("le public voit encore la précédente"));
        declarant.handOver(check);
        lab.clock.advance(Duration.ofDays(31));
        lab.logIn(visitor);
        assertTrue(declarant.mine().text().contains("Est-elle toujours exacte"));

        var confirmed = declarant.post(
                declarant.dossier("/confirm"),
                visitor.get(declarant.dossier("")).fields());
        assertTrue(confirmed.text().contains("C’est noté"), confirmed.text());
        assertFalse(declarant.mine().text().contains("Est-elle toujours exacte"));

        var ask = visitor.get(declarant.dossier("/withdraw"));
        assertTrue(declarant
                .post(declarant.dossier("/withdraw"), ask.fields())
                .text()
                .contains("Choisissez un motif"));
        var fields = new HashMap<>(ask.fields());
        fields.put("reason", "CLOSED");
        var withdrawn = declarant.post(declarant.dossier("/withdraw"), fields);

        assertTrue(withdrawn.text().contains("n’est plus affichée"), withdrawn.text());
        var history = visitor.get(declarant.dossier("/history"));
        assertEquals(4, history.text().split("id=\"version-").length, history.text());
        assertTrue(history.text().contains("lieu fermé"), history.text());
        var late = new HashMap<>(edit.fields());
        late.put("csrf", ask.fields().get("csrf"));
        assertEquals(409, visitor.post(declarant.dossier("/place"), late).status());
    }

    @Test
    void an_older_page_changes_nothing_by_itself() throws Exception {
        var older = declarant.begin("testing");
        declarant.save(older, Map.of("place.complement", "Salle 2"), "stay");

        var late = declarant.save(older, Map.of("place.complement", "Salle 3"), "stay");

        assertEquals(declarant.dossier("/place"), late.address());
        assertTrue(late.text().contains("Salle 3"), late.text());
        var history = visitor.get(declarant.dossier("/history"));
        assertTrue(history.text().contains("Salle 2"), history.text());
        assertFalse(history.text().contains("Salle 3"), history.text());
    }

    @Test
    void the_declaration_of_somebody_else_is_as_unknown_as_one_that_is_not() throws Exception {
        declarant.begin("testing");
        lab.seat("899999100037");
        var other = new Visitor();
        lab.logIn(other);

        for (var page : List.of("", "/edit", "/place", "/hours", "/check", "/receipt", "/withdraw", "/history")) {
            var theirs = other.get(declarant.dossier(page));
            var nobodys = other.get(lab.page("/mine/SF-2026-9999999" + page));

            assertEquals(404, theirs.status(), page);
            assertEquals(nobodys.text(), theirs.text());
            assertTrue(theirs.text().contains("Aucune de vos déclarations"), theirs.text());
        }
    }

    @Test
    void nothing_is_done_to_the_declaration_of_somebody_else() throws Exception {
        declarant.begin("testing");
        var fields = new HashMap<>(declarant.fill(Declarant.FLAWLESS).fields());
        lab.seat("899999100037");
        var other = new Visitor();
        fields.putAll(lab.logIn(other).fields());
        fields.put("reason", "CLOSED");

        for (var page : ACTS) {
            var refused = other.post(declarant.dossier(page), fields);

            assertEquals(404, refused.status(), page);
            assertTrue(refused.text().contains("Aucune de vos déclarations"), refused.text());
        }
        assertTrue(declarant.mine().text().contains("brouillon"));
    }

    @Test
    void a_hand_over_form_that_served_for_something_else_hands_nothing_over() throws Exception {
        declarant.begin("testing");
        var check = declarant.fill(Declarant.FLAWLESS);
        declarant.handOver(check);
        var replayed = declarant.fill(Map.of("offers[0].phone", "3975")).fields();
        replayed.put("key", check.fields().get("key"));

        var refused = visitor.post(declarant.dossier("/hand-over"), replayed);

        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("Transmission déjà utilisée"), refused.text());
        assertTrue(declarant.mine().text().contains("brouillon"));
    }

    @Test
    void a_form_of_another_site_does_nothing() throws Exception {
        var fields = new HashMap<>(declarant.begin("testing").fields());
        fields.put("csrf", "guessed");

        for (var page : ACTS) {
            var refused = visitor.post(declarant.dossier(page), fields);

            assertEquals(403, refused.status(), page);
            assertTrue(refused.text().contains("Demande refusée"), refused.text());
        }
        assertEquals(403, visitor.post(lab.page("/mine"), fields).status());
    }

    @Test
    void no_two_groups_of_fields_that_few_people_need_have_one_title() throws Exception {
        declarant.begin("testing");

        for (var step : List.of("place", "offer", "hours", "contact")) {
            var titles = SUMMARY.matcher(declarant.step(step).text())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertFalse(titles.isEmpty(), step);
            assertEquals(titles.size(), Set.copyOf(titles).size(), titles::toString);
        }
    }

    @Test
    void a_form_of_more_than_a_quarter_of_a_mebibyte_is_refused_as_such() throws Exception {
        declarant.begin("testing");

        var page = declarant.save(declarant.step("contact"), Map.of("offers[0].details", "x".repeat(300_000)), "stay");

        assertEquals(413, page.status());
        assertTrue(page.text().contains("256"), page.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "899999100201 | Ce formulaire est réservé à l’exercice libéral",
                "0999999999 | ne peut déclarer ni dépistage ni vaccination",
            })
    void who_may_not_declare_begins_nothing_and_reads_why(String persona, String text) throws Exception {
        lab.seat(persona);
        var other = new Visitor();
        var me = lab.logIn(other);

        var refused = other.post(lab.page("/mine"), Map.of("csrf", me.fields().get("csrf"), "place", "0"));

        assertEquals(403, refused.status());
        assertTrue(refused.text().contains(text), refused.text());
        assertTrue(other.get(lab.page("/mine")).text().contains("Vous n’avez encore rien déclaré"));
    }

    @Test
    void without_a_session_every_page_leads_to_the_login() throws Exception {
        declarant.begin("testing");

        var page = new Visitor().get(declarant.dossier("/hours"));

        assertEquals(303, page.status());
        assertEquals("/", page.location().getPath());
    }

    private static String hash(Page receipt) {
        return receipt.text().replaceFirst("(?s).*<code>(\\w{64})</code>.*", "$1");
    }
}
