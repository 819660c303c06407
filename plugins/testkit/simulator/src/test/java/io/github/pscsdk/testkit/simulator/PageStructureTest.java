package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.persona.Personas;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a keyboard and a screen reader need, on every page. */
class PageStructureTest extends WithInteractiveSimulator {
    private static final String PHARMACIST = Personas.PHARMACIST.value();

    /** Every page at which somebody has something to do, by a name. */
    private Map<String, String> pages() throws Exception {
        var pages = new LinkedHashMap<String, String>();
        for (var path : new String[] {"/phone", "/cps-gestion", "/cockpit"}) {
            pages.put("empty " + path, open(path).response().body());
        }
        pages.put("login", loginPage().response().body());
        pages.put("wrong login", waitingPage("CARD", "abc").response().body());
        pages.put(
                "refused login",
                waitingPage("MOBILE", "899999100045").response().body());
        pages.put(
                "waiting for the phone",
                waitingPage("MOBILE", PHARMACIST).response().body());
        pages.put(
                "waiting for the card",
                waitingPage("CARD", PHARMACIST).response().body());
        pages.put("logout", visitor.open(caller.endpoint("logout")).response().body());
        caller.start(PHARMACIST).assertOk();
        for (var path : new String[] {"/phone", "/cps-gestion", "/cockpit", "/cockpit?problem=step&step=x"}) {
            pages.put(path, open(path).response().body());
        }
        pages.put(
                "wrong code",
                visitor.submit(open("/cps-gestion"), "code", "0000").response().body());
        return pages;
    }

    @Test
    void every_page_has_one_heading_a_way_past_the_navigation_and_names_used_once() throws Exception {
        pages().forEach((name, body) -> {
            var ids = Visitor.find(body, " id=\"([^\"]+)\"");
            assertEquals(1, Visitor.find(body, "(<h1>)").size(), name);
            assertTrue(body.contains("<a class=\"skip\" href=\"#main\">") && ids.contains("main"), name);
            assertEquals(new HashSet<>(ids).size(), ids.size(), name + ids);
        });
    }

    @Test
    void every_field_has_a_label_and_every_reference_a_target() throws Exception {
        pages().forEach((name, body) -> {
            var ids = Visitor.find(body, " id=\"([^\"]+)\"");
            var labels = Visitor.find(body, "<label for=\"([^\"]+)\"");
            Visitor.find(body, "<(?:input|select) id=\"([^\"]+)\"")
                    .forEach(field -> assertTrue(labels.contains(field), name + ": no label for " + field));
            Visitor.find(body, " aria-(?:describedby|labelledby)=\"([^\"]+)\"").stream()
                    .flatMap(targets -> Arrays.stream(targets.split(" ")))
                    .forEach(target -> assertTrue(ids.contains(target), name + ": no " + target));
            Visitor.find(body, "href=\"#([^\"]+)\"")
                    .forEach(target -> assertTrue(ids.contains(target), name + ": no #" + target));
        });
    }

    @Test
    void every_button_on_the_cockpit_says_what_it_is_for() throws Exception {
        var names = Visitor.find(open("/cockpit").response().body(), "(?s)<button[^>]*>(.*?)</button>");

        assertEquals(new HashSet<>(names).size(), names.size(), names.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/phone", "/cps-gestion", "/cockpit"})
    void the_navigation_marks_the_page_that_is_open(String path) throws Exception {
        var body = open(path + "?lang=en").response().body();

        assertEquals(List.of(path), Visitor.find(body, "<a href=\"([^\"]*)\" aria-current=\"page\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/phone", "/cps-gestion", "/cockpit"})
    void what_the_script_renews_is_announced_politely(String path) throws Exception {
        var body = open(path).response().body();

        assertTrue(body.contains("id=\"status\" role=\"status\" data-part"), body);
        var parts = Visitor.find(body, "(<[^>]* data-part>)");
        assertTrue(parts.size() > 1, body);
        parts.forEach(part -> assertTrue(
                part.contains("role=\"status\"")
                        || part.contains("aria-live=\"polite\"")
                        || part.contains("exchange-rows"),
                part));
    }

    @ParameterizedTest
    @CsvSource({
        "/phone, fr, Téléphone e-CPS – Demandes en attente\u00A0: 1 – Simulateur Pro Santé Connect",
        "/phone, en, e-CPS phone – Waiting requests: 1 – Pro Santé Connect simulator",
        "/cps-gestion, en, CPS-Gestion (stand-in) – Waiting requests: 0 – Pro Santé Connect simulator",
        "/cockpit, en, Cockpit – Waiting requests: 1 – Pro Santé Connect simulator",
        "/phone?outcome=refused, en, e-CPS phone – Login refused. – Pro Santé Connect simulator"
    })
    void the_title_says_page_and_state(String path, String language, String title) throws Exception {
        caller.start(PHARMACIST).assertOk();

        var body = new Visitor(language).open(page(path)).response().body();

        assertTrue(body.contains("<title>" + title + "</title>"), body);
    }

    @Test
    void the_title_of_the_login_names_the_service_or_says_what_became_of_it() throws Exception {
        var refused = waitingPage("MOBILE", "899999100045").response().body();

        assertTrue(loginPage().response().body().contains("<title>Connexion – " + Caller.ID + " – "));
        assertTrue(refused.contains("<title>Connexion non aboutie – La connexion a été refusée. – "));
    }

    @Test
    void the_professionals_are_described_in_both_languages() throws Exception {
        var french = open("/cockpit").response().body();
        var english = new Visitor("en").open(page("/cockpit")).response().body();

        assertTrue(french.contains("<td>médecin qui refuse</td><td>est refusée par la personne <code>REFUSES"));
        assertTrue(english.contains("<td>doctor who refuses</td><td>is refused by the person <code>REFUSES"));
    }
}
