package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.web.Visitor.Page;
import io.github.pscsdk.testkit.support.Await;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A published file, sent on the pages. */
class ImportPageTest {
    private static final String HEADER = "gid;nom;adr_voie;com_cp;com_insee;com_nom;rdv_tel;_edit_datemaj\n";
    private static final String GOOD = "1;Salle;Rue;21850;21540;Ville;03 45 81 04 21;2021-06-06\n";
    /** Read and rejected in no time. */
    private static final String BROKEN = "3\n";

    private static final String BAD = "<b>2;Salle;Rue;2185;21540;Ville;;\n";

    private final WebLab lab = WebLab.shared();

    private Visitor visitor;

    @BeforeEach
    void log_in() throws Exception {
        visitor = new Visitor();
        lab.logIn(visitor);
    }

    @Test
    void the_list_leads_to_a_page_that_tells_the_bounds() throws Exception {
        var list = visitor.get(lab.page("/mine"));
        var page = visitor.get(lab.page("/mine/import"));

        assertTrue(list.text().contains("href=\"/mine/import\""), list.text());
        assertTrue(page.text().contains("8 Mio au plus."), page.text());
        assertTrue(page.text().contains("5\u202F000 lignes au plus."), page.text());
        assertTrue(page.text().contains("Vous pouvez avoir 200 brouillons en tout"), page.text());
        assertTrue(visitor.get(lab.page("/mine/import?lang=en")).text().contains("5,000 rows at most."));
    }

    @Test
    void the_report_tells_every_row_with_its_rule_and_leads_to_the_draft() throws Exception {
        var report = send(HEADER + GOOD + BAD);

        assertEquals("/mine/import/report", report.address().getPath());
        assertTrue(report.text().contains("<dt>Fichier reconnu</dt><dd>centres de vaccination (2021)<"));
        assertTrue(report.text().contains("Ce fichier est d’une ancienne présentation"), report.text());
        assertTrue(report.text().contains("<dt>Lignes lues</dt><dd>2</dd>"), report.text());
        assertTrue(report.text().contains("<dt>Brouillons commencés</dt><dd>1</dd>"), report.text());
        assertTrue(report.text().contains("<dt>Lignes rejetées</dt><dd>1</dd>"), report.text());
        assertTrue(report.text().contains("V-CP<span class=\"hint\">code postal</span>"), report.text());
        assertTrue(report.text().contains("<strong>V-CP</strong>"), report.text());
        assertTrue(report.text().contains("<li>_edit_datemaj (1)</li>"), report.text());
        assertTrue(report.text().contains("&lt;b&gt;2"), report.text());
        var draft = report.text().replaceFirst("(?s).*class=\"number\" href=\"([^\"]+)\".*", "$1");
        assertTrue(visitor.get(lab.page(draft)).text().contains("brouillon"), draft);
    }

    @Test
    void a_row_with_a_wrong_telephone_is_a_draft_to_correct() throws Exception {
        var report = send(HEADER + GOOD.replace("03 45 81 04 21", "par mail"));

        assertTrue(report.text().contains("<dt>Brouillons à corriger</dt><dd>1</dd>"), report.text());
        var draft = report.text().replaceFirst("(?s).*class=\"number\" href=\"([^\"]+)\".*", "$1");
        assertTrue(visitor.get(lab.page(draft + "/contact")).text().contains("par mail"), draft);
    }

    @Test
    void hours_that_are_a_guess_are_accepted_with_one_press() throws Exception {
        var report = send(HEADER.replace("rdv_tel", "rdv_lundi") + GOOD.replace("03 45 81 04 21", "9h/12h-14h/18h"));

        var draft = report.text().replaceFirst("(?s).*class=\"number\" href=\"([^\"]+)\".*", "$1");
        var hours = visitor.get(lab.page(draft + "/hours?checked=1"));
        assertTrue(hours.text().contains("Accepter 09h00-12h00 et 14h00-18h00"), hours.text());
        var pressed = Declarant.typed(hours, Map.of(), "accept-offers[0].hours.monday");
        var form = visitor.follow(visitor.post(lab.page(draft + "/hours"), pressed));

        assertTrue(form.text().contains("value=\"09h00-12h00 et 14h00-18h00\""), form.text());
        assertFalse(form.text().contains("Vous voulez dire"), form.text());
        var typed = Declarant.typed(form, Map.of("offers[0].hours.tuesday", "10-12"), "accept-offers[0].hours.tuesday");
        var accepted = visitor.follow(visitor.post(lab.page(draft + "/hours"), typed));
        assertTrue(accepted.text().contains("value=\"10h00-12h00\""), accepted.text());
    }

    @Test
    void a_file_of_other_columns_says_which_line_and_columns_are_meant() throws Exception {
        var refused = send(HEADER.replace("com_insee", "insee") + GOOD);

        assertTrue(refused.text().contains("Ligne 1, il manque\u00A0: com_insee."), refused.text());
    }

    @Test
    void the_report_is_a_file_too() throws Exception {
        send(HEADER + GOOD + BAD);

        var file = visitor.get(lab.page("/mine/import/report.csv"));

        assertEquals("text/csv; charset=utf-8", file.header("Content-Type").toLowerCase(Locale.ROOT));
        assertEquals("attachment; filename=\"import.csv\"", file.header("Content-Disposition"));
        assertTrue(file.text().startsWith("\uFEFF\"line\";\"key\";\"outcome\";\"number\";"), file.text());
        assertTrue(file.text().contains("\"2\";\"1\";\"begun\";\"SF-"), file.text());
        assertTrue(file.text().contains("\"3\";\"<b>2\";\"rejected\";\"\";\"V-CP\";\"E\""), file.text());
    }

    @Test
    void a_file_that_is_sent_again_begins_nothing_again() throws Exception {
        send(HEADER + GOOD);

        var again = send(HEADER + GOOD);

        assertTrue(again.text().contains("<dt>Lignes déjà importées</dt><dd>1</dd>"), again.text());
        assertTrue(again.text().contains("<dt>Brouillons commencés</dt><dd>0</dd>"), again.text());
    }

    @Test
    void of_a_file_of_five_thousand_rows_the_first_are_shown_and_those_beyond_the_drafts_of_a_professional_reported()
            throws Exception {
        var report = send(HEADER + rows(300) + BROKEN.repeat(4_700));

        assertTrue(report.text().contains("<dt>Lignes lues</dt><dd>5\u202F000</dd>"));
        assertTrue(report.text().contains("<dt>Brouillons commencés</dt><dd>200</dd>"));
        assertTrue(report.text().contains("<dt>Lignes en trop</dt><dd>100</dd>"));
        assertTrue(report.text().contains("<dt>Lignes rejetées</dt><dd>4\u202F700</dd>"));
        assertTrue(report.text().contains("Les 200 premières lignes sur 5\u202F000."));
        assertTrue(report.text().contains("<th scope=\"row\">201<"));
        assertFalse(report.text().contains("<th scope=\"row\">202<"));
        assertTrue(report.text().length() < 100_000, "the page does not grow with the file");
        var file = visitor.get(lab.page("/mine/import/report.csv"));
        assertTrue(file.text().contains("\"301\";\"299\";\"over-limit\""));
        var fields = new HashMap<>(visitor.get(lab.page("/mine")).fields());
        fields.put("place", "0");
        fields.put("kind", "testing");
        var refused = visitor.post(lab.page("/mine"), fields);
        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("autant de brouillons que ce formulaire en garde"), refused.text());
    }

    @Test
    void a_report_is_the_professionals_alone_and_gone_after_half_an_hour() throws Exception {
        send(HEADER + GOOD);
        lab.seat("899999100037");
        var other = new Visitor();
        lab.logIn(other);

        var theirs = other.follow(other.get(lab.page("/mine/import/report")));
        lab.clock.advance(Duration.ofMinutes(20));
        visitor.get(lab.page("/me"));
        lab.clock.advance(Duration.ofMinutes(9));
        var late = visitor.get(lab.page("/mine/import/report"));
        lab.clock.advance(Duration.ofMinutes(1));
        var tooLate = visitor.follow(visitor.get(lab.page("/mine/import/report.csv")));

        assertTrue(theirs.text().contains("Le compte rendu n’est plus disponible"), theirs.text());
        assertEquals(200, late.status());
        assertTrue(tooLate.text().contains("Le compte rendu n’est plus disponible"), tooLate.text());
    }

    @Test
    void a_file_of_too_many_bytes_is_refused_as_such() throws Exception {
        assertRefused(413, "ou son fichier 8 Mio", send(HEADER + GOOD.repeat(160_000)));
    }

    @Test
    void a_file_of_too_many_rows_is_refused_as_such() throws Exception {
        assertRefused(413, "Ce fichier a trop de lignes", send(HEADER + BROKEN.repeat(5_001)));
    }

    @Test
    void a_file_of_another_layout_is_refused_as_such() throws Exception {
        assertRefused(422, "Les titres des colonnes ne sont pas ceux", send("a;b\n1;2\n"));
    }

    @Test
    void a_file_without_rows_is_refused_as_such() throws Exception {
        assertRefused(422, "aucune ligne à importer", send(""));
    }

    @Test
    void who_chose_no_file_is_asked_to() throws Exception {
        assertRefused(422, "Choisissez un fichier", upload(token(), "", ""));
    }

    @Test
    void a_file_of_another_site_does_nothing() throws Exception {
        var refused = upload("guessed", "file.csv", HEADER + GOOD);

        assertRefused(403, "Demande refusée", refused);
    }

    @Test
    void without_a_session_nothing_is_imported() throws Exception {
        var token = token();
        lab.clock.advance(Duration.ofMinutes(31));

        var page = upload(token, "file.csv", HEADER + GOOD);

        assertTrue(visitor.follow(page).text().contains("Votre session est terminée"), page.text());
        lab.logIn(visitor);
        assertTrue(visitor.get(lab.page("/mine")).text().contains("Vous n’avez encore rien déclaré"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"899999100201", "0999999999"})
    void who_may_not_declare_imports_nothing_and_reads_why(String persona) throws Exception {
        lab.seat(persona);
        visitor = new Visitor();
        var token = lab.logIn(visitor).fields().get("csrf");
        var why = visitor.get(lab.page("/mine")).text().replaceFirst("(?s).*<p class=\"problem\">([^<]+)<.*", "$1");

        var page = visitor.get(lab.page("/mine/import"));
        var refused = upload(token, "file.csv", HEADER + GOOD);

        assertTrue(page.text().contains(why), page.text());
        assertFalse(page.text().contains("type=\"file\""), page.text());
        assertRefused(403, why, refused);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> GOOD.replace("1;S", i + ";S"))
                .collect(Collectors.joining());
    }

    private void assertRefused(int status, String text, Page page) throws Exception {
        assertEquals(status, page.status());
        assertTrue(page.text().contains(text), page.text());
        assertTrue(visitor.get(lab.page("/mine")).text().contains("Vous n’avez encore rien déclaré"));
    }

    private Page send(String file) throws Exception {
        return visitor.follow(upload(token(), "file.csv", file));
    }

    private Page upload(String token, String name, String file) throws Exception {
        return visitor.upload(lab.page("/mine/import"), Map.of("csrf", token), name, file);
    }

    private String token() {
        return Await.value(
                "the page has a form",
                () -> Optional.ofNullable(
                        visitor.get(lab.page("/mine/import")).fields().get("csrf")));
    }
}
