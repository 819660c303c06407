package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.santefr.web.Visitor.Page;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One browser, and another person in it from any step on, however the former one left: nothing of the former is on any page, and
 * what they typed is done in nobody's name.
 */
class PersonSwapTest {
    private static final String FORMER = "899999100011";
    private static final String NEXT = "899999100037";
    private static final String TYPED = "Derrière le rideau vert";
    private static final List<String> OF_THE_FORMER = List.of("FICTIVE-MORTIER", "<dd>" + FORMER, TYPED);

    /** How far the former person came. */
    private enum Step {
        FORM_OPEN,
        DRAFT_SAVED,
        PREVIEWED,
        HANDED_OVER
    }

    /** How the browser passed from one person to the other. */
    private enum Swap {
        IDLE_AND_SEEN,
        IDLE_AND_UNSEEN,
        IDLE_AND_A_LATE_FORM_KEPT,
        LOGGED_OUT,
        LOGGED_OUT_HALF_WAY,
        STILL_LOGGED_IN,
        IN_A_SECOND_TAB
    }

    private final WebLab lab = WebLab.shared();

    private final Visitor browser = new Visitor();
    /** The forms of the former person, as they still stand in tabs of the browser, by where they are sent. */
    private final Map<URI, Map<String, ?>> forms = new LinkedHashMap<>();

    private Declarant former;

    @BeforeEach
    void letAnybodyLogInAnew() {
        lab.simulator.turn("prompt", "ANYBODY");
    }

    static Stream<Arguments> everySwapAtEveryStep() {
        return Stream.of(Step.values()).flatMap(step -> Stream.of(Swap.values()).map(swap -> Arguments.of(step, swap)));
    }

    @ParameterizedTest
    @MethodSource("everySwapAtEveryStep")
    @Tag("long")
    void from_any_step_the_next_person_finds_and_does_nothing_of_the_former(Step step, Swap swap) throws Exception {
        the_next_person_finds_and_does_nothing_of_the_former(step, swap);
    }

    @ParameterizedTest
    @CsvSource({
        "HANDED_OVER, IDLE_AND_SEEN",
        "PREVIEWED, IDLE_AND_UNSEEN",
        "FORM_OPEN, IDLE_AND_A_LATE_FORM_KEPT",
        "HANDED_OVER, IDLE_AND_A_LATE_FORM_KEPT",
        "DRAFT_SAVED, LOGGED_OUT",
        "HANDED_OVER, LOGGED_OUT_HALF_WAY",
        "HANDED_OVER, STILL_LOGGED_IN",
        "HANDED_OVER, IN_A_SECOND_TAB"
    })
    void the_next_person_finds_and_does_nothing_of_the_former(Step step, Swap swap) throws Exception {
        var secondTab = browser.get(lab.page("/login")).location();
        former = Declarant.loggedIn(lab, browser);
        assertTrue(browser.get(lab.page("/me")).text().contains("FICTIVE-MORTIER"));
        take(step);

        var welcome = swap(swap, secondTab);

        assertNothingOfTheFormer(welcome);
        assertTrue(browser.get(lab.page("/me")).text().contains(NEXT.substring(1)), "the next person is logged in");
        for (var page : pages()) {
            assertNothingOfTheFormer(browser.follow(browser.get(page)));
        }
        for (var form : forms.entrySet()) {
            assertNothingOfTheFormer(browser.follow(browser.post(form.getKey(), form.getValue())));
        }
        assertTrue(browser.get(lab.page("/me")).text().contains(NEXT.substring(1)), "and still is");
        assertFalse(browser.get(lab.page("/mine")).text().contains("SF-"), "the next person has declared nothing");
        assertTheFormerFindsWhatTheyLeft(step);
    }

    private void take(Step step) throws Exception {
        forms.put(lab.page("/logout"), browser.get(lab.page("/me")).fields());
        var beginning = former.mine().fields();
        beginning.put("place", "0");
        beginning.put("kind", "vaccination");
        forms.put(lab.page("/mine"), beginning);
        var open = former.begin("testing");
        var work = new LinkedHashMap<>(Declarant.FLAWLESS);
        work.put("place.complement", TYPED);
        forms.put(former.dossier("/place"), Declarant.typed(open, work, "stay"));
        if (step == Step.FORM_OPEN) {
            return;
        }
        var saved = former.save(open, work, "stay");
        forms.put(former.dossier("/place"), Declarant.typed(saved, work, "stay"));
        if (step == Step.DRAFT_SAVED) {
            return;
        }
        var check = former.fill(work);
        forms.put(former.dossier("/hand-over"), check.fields());
        if (step == Step.HANDED_OVER) {
            assertTrue(former.handOver(check).text().contains("Déclaration transmise"));
            var withdrawal = browser.get(former.dossier("/withdraw")).fields();
            withdrawal.put("reason", "OTHER");
            forms.put(former.dossier("/withdraw"), withdrawal);
        }
    }

    private Page swap(Swap swap, URI secondTab) throws Exception {
        switch (swap) {
            case IDLE_AND_SEEN -> {
                lab.clock.advance(Duration.ofMinutes(31));
                browser.follow(browser.get(lab.page("/me")));
            }
            case IDLE_AND_UNSEEN -> lab.clock.advance(Duration.ofMinutes(31));
            case IDLE_AND_A_LATE_FORM_KEPT -> {
                lab.clock.advance(Duration.ofMinutes(31));
                var late = former.dossier("/place");
                browser.follow(browser.post(late, forms.get(late)));
            }
            case LOGGED_OUT -> browser.follow(logOut());
            case LOGGED_OUT_HALF_WAY -> logOut();
            case STILL_LOGGED_IN -> {}
            case IN_A_SECOND_TAB -> {
                // The page of the login has been open there since before, and asks.
                lab.simulator.turn("browser-session", "false");
                lab.seat(NEXT);
                return browser.follow(browser.get(secondTab));
            }
        }
        lab.seat(NEXT);
        return lab.logIn(browser);
    }

    private Page logOut() throws Exception {
        return browser.post(lab.page("/logout"), forms.get(lab.page("/logout")));
    }

    private List<URI> pages() {
        var pages = new ArrayList<URI>();
        for (var route : lab.routesOfPages()) {
            if (route.startsWith("/m")) {
                pages.add(
                        route.contains("{number}")
                                ? former.dossier(route.substring(route.indexOf('}') + 1))
                                : lab.page(route));
            }
        }
        assertTrue(pages.size() >= 9, pages::toString);
        return pages;
    }

    private static void assertNothingOfTheFormer(Page page) {
        for (var text : OF_THE_FORMER) {
            assertFalse(page.text().contains(text), () -> page.address() + " shows " + text);
        }
    }

    private void assertTheFormerFindsWhatTheyLeft(Step step) throws Exception {
        lab.seat(FORMER);
        lab.logIn(browser);
        assertTrue(browser.get(lab.page("/me")).text().contains(FORMER.substring(1)));
        assertTrue(browser.get(lab.page("/mine")).text().contains("SF-"));
        var receipt = browser.get(former.dossier("/receipt"));
        assertEquals(step == Step.HANDED_OVER, receipt.text().contains("Numéro à conserver"), receipt.text());
        assertFalse(browser.get(former.dossier("")).text().contains("n’est plus affichée"));
    }
}
