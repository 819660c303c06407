package io.github.pscsdk.example.santefr.web;

import static io.github.pscsdk.testkit.chromium.Role.FIELD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import io.github.pscsdk.guide.SantefrGuide;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.chromium.Tab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every page that there is, each failure's too, in a hand: by axe-core, and by what is cut. */
@InChromium
class EveryPageIT {
    /** What browsers load or keep, and what software asks for. */
    private static final Set<String> NO_PAGES = Set.of(
            "/style.css",
            "/pages.css",
            "/icon.svg",
            "/psc-login.css",
            "/form.js",
            "/mine/import/report.csv",
            "/mine/{number}/edit");

    private static final String KEY = "00000000-0000-4000-8000-000000000000";
    private static final String PHARMACIST = "899999100011";
    private static final String SALARIED = "899999100201";

    @TempDir
    Path folder;

    private WebLab lab;
    private Sights sights;
    private Tab form;

    @BeforeEach
    void open(Browser browser) throws Exception {
        lab = WebLab.open(folder);
        browser.resize(360, 900);
        sights = new Sights(lab);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void no_page_hinders_anybody_and_none_is_left_out(Browser browser) throws Exception {
        lookAtAll(Language.FRENCH, browser);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "FRENCH")
    @Tag("long")
    void in_no_other_language_does_a_page_hinder_anybody(Language language, Browser browser) throws Exception {
        lookAtAll(language, browser);
    }

    private void lookAtAll(Language language, Browser browser) throws Exception {
        form = browser.open(lab.page("/?lang=" + language.tag()));
        lookBeforeTheLogin();
        var number = lookAtADeclaration();
        lookAtRefusals(number);
        lookAtImports(language);
        lookAtAnInterruption(number.replaceFirst("1$", "2"));
        lookAtALogout();
        lookAtSomebodyWithoutRights();
        lookAtADefect();

        var pages = lab.routesOfPages();
        pages.removeAll(NO_PAGES);
        pages.removeIf(route -> route.matches("/(declarations|dossiers)(/.*)?"));
        assertEquals(pages, sights.routes());
        var unseen = Sights.titlesOfMessages(language);
        unseen.removeAll(sights.titles());
        assertEquals(Set.of(), unseen);
    }

    private void lookBeforeTheLogin() throws Exception {
        for (var notice : List.of("", "?notice=session-over", "?notice=ended-by-psc", "?notice=login-needed")) {
            look("/" + notice);
        }
        look("/problem/PSC-001");
        lookAtTheGuide();
        look("/callback?code=x&state=y");
        look("/nowhere");
        while (new Visitor().get(lab.page("/login")).status() == 303) {
            // Until the limit is reached.
        }
        look("/login");
        lab.clock.advance(Duration.ofMinutes(10));
    }

    private void lookAtTheGuide() {
        for (var entrance : List.of("", "?from=PSC-001")) {
            look("/guide" + entrance);
        }
        SantefrGuide.in(Locale.FRENCH).steps().stream()
                .collect(Collectors.toMap(EveryPageIT::shape, LoginGuide.Step::id, (first, other) -> first))
                .values()
                .forEach(step -> look("/guide/" + step));
    }

    /** Which parts its page has. */
    private static List<Boolean> shape(LoginGuide.Step step) {
        return List.of(
                step.choices().isEmpty(),
                step.contacts().isEmpty(),
                step.links().isEmpty());
    }

    private String lookAtADeclaration() {
        logIn(PHARMACIST);
        look("/me");
        look("/mine");
        look("/mine?choose=place");
        look("/mine?choose=kind");
        look(send("/mine", Map.of("place", "0", "kind", "testing")));
        var one = form.address().getPath().replace("/place", "");
        look(form.open(lab.page(one + "/edit")));
        look(fill(one, "contact", Map.of("offers[0].phone", "x", "action", "next")));
        look(fill(one, "hours", Map.of("open", "offers[0].hours.friday", "action", "next")));
        look(one + "/check");
        fill(one, "place", Map.of("place.postcode", "21000"));
        look(fill(one, "offer", Map.of("offers[0].tests", "RT-PCR", "action", "next")));
        fill(one, "hours", Map.of("offers[0].hours.monday", "8h30-12h30", "offers[0].hours.friday", "9h-12h"));
        look(fill(
                one, "contact", Map.of("offers[0].appointment", "none", "offers[0].phone", "3975", "action", "next")));
        look(send(one + "/hand-over", Map.of("key", KEY)));
        for (var page : List.of("", "/copy", "/history", "/withdraw", "/withdraw?choose=reason", "/receipt?again=1")) {
            look(one + page);
        }
        look("/mine?notice=saved");
        return one;
    }

    private Tab fill(String one, String step, Map<String, String> values) {
        form.open(lab.page(one + "/" + step));
        return send(one + "/" + step, values);
    }

    private void lookAtRefusals(String one) {
        look("/mine/SF-1999-0000001");
        look(fill(one, "place", Map.of("csrf", "guessed")));
        look(fill(one, "place", Map.of("revision", "0", "shown", "0", "place.complement", "Salle 2")));
        send(one + "/place", Map.of("action", "discard"));
        form.open(lab.page(one + "/withdraw"));
        look(send(one + "/withdraw", Map.of("revision", "0", "reason", "CLOSED")));
        look(fill(one, "place", Map.of("place.complement", "x".repeat(300_000))));
        fill(one, "contact", Map.of("offers[0].phone", "3013", "action", "next"));
        look(send(one + "/hand-over", Map.of("key", KEY)));
        form.open(lab.page(one + "/withdraw"));
        look(send(one + "/withdraw", Map.of("reason", "CLOSED")));
        look(fill(one, "place", Map.of()));
    }

    private void lookAtImports(Language language) throws Exception {
        look("/mine/import");
        look("/mine/import?report=gone");
        look(send("/mine/import", Map.of()));
        look(choose(language, "gid;nom\n".repeat(1_200_000)));
        form.open(lab.page("/mine/import"));
        var header = "gid;nom;adr_voie;com_cp;com_insee;com_nom;rdv_tel;_edit_datemaj\n";
        var rows = "1;Salle;Rue;21850;21540;Ville;03 45 81 04 21;2021-06-06\n2;Salle;Rue;2185;21540;Ville;;\n"
                + "3;Salle;Rue;21850;21540;Ville;;\n4;Salle;Rue;21850;21540;Ville;;\n";
        var earlier = IntStream.range(0, 198).mapToObj(i -> "9" + i + ";Salle;Rue;21850;21540;Ville;;\n");
        choose(language, header + earlier.collect(Collectors.joining()));
        form.open(lab.page("/mine/import"));
        look(choose(language, header + rows));
        assertEquals("/mine/import/report", form.address().getPath());
        form.open(lab.page("/mine"));
        look(send("/mine", Map.of("place", "0", "kind", "testing")));
    }

    private void lookAtAnInterruption(String draft) {
        form.open(lab.page(draft + "/place"));
        lab.clock.advance(Duration.ofMinutes(31));
        look(send(draft + "/place", Map.of("place.complement", "Salle")));
        logIn(PHARMACIST);
        look(form);
        lab.clock.advance(Duration.ofMinutes(31));
        form.open(lab.page("/mine"));
        logIn(PHARMACIST);
    }

    private void lookAtALogout() {
        form.open(lab.page("/me"));
        look(send("/logout", Map.of()));
    }

    private void lookAtSomebodyWithoutRights() {
        logIn(SALARIED);
        for (var page : List.of("/me", "/mine", "/mine/import")) {
            look(page);
        }
        form.open(lab.page("/me"));
        send("/logout", Map.of());
    }

    /** The only way to a defect that is known: the database breaks. */
    private void lookAtADefect() throws Exception {
        logIn(PHARMACIST);
        try (var connection = DriverManager.getConnection("jdbc:h2:async:" + folder.resolve("form"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE dossier CASCADE");
        }
        look("/mine");
    }

    private void logIn(String nationalId) {
        lab.seat(nationalId);
        form.open(lab.page("/login"));
    }

    private Tab choose(Language language, String content) throws Exception {
        var file = Files.writeString(folder.resolve("file.csv"), content);
        form.find(FIELD, language == Language.FRENCH ? "Fichier CSV" : "CSV file")
                .fill(file.toString());
        return send("/mine/import", Map.of());
    }

    private Tab send(String action, Map<String, String> values) {
        return form.send(action, values);
    }

    private void look(String page) {
        look(form.open(lab.page(page)));
    }

    private void look(Tab page) {
        sights.add(page);
    }
}
