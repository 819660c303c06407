package io.github.pscsdk.example.practiceweb.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.practiceweb.lab.PageResponse;
import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One browser, and another person in it from any step on, however the former one left: nothing of the former is on any page, and
 * what they typed is done in nobody's name.
 */
class PersonSwapTest {
    private static final String FORMER = "899999100011";
    private static final String FORMER_NAME = "FICTIVE-MORTIER";
    private static final String NEXT = "899999100029";
    private static final String TYPED = "Derrière le rideau vert";
    private static final List<String> OF_THE_FORMER = List.of(FORMER_NAME, "<dd>" + FORMER, TYPED);

    /** How far the former person came. */
    private enum Step {
        FORM_OPEN,
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

    private final PracticeLab lab = PracticeLab.shared();
    private final Visitor browser = new Visitor();
    private final Set<URI> pages = new LinkedHashSet<>(Set.of(lab.page("/me"), lab.page("/declaration")));
    /** The forms of the former person, as they still stand in tabs of the browser, by where they are sent. */
    private final Map<URI, Map<String, String>> forms = new LinkedHashMap<>();

    @BeforeEach
    void letAnybodyLogInAnew() {
        lab.simulator().turn("prompt", "ANYBODY");
    }

    static Stream<Arguments> everySwapAtEveryStep() {
        return Stream.of(Step.values()).flatMap(step -> Stream.of(Swap.values()).map(swap -> Arguments.of(step, swap)));
    }

    @ParameterizedTest
    @MethodSource("everySwapAtEveryStep")
    @Tag("long")
    void the_next_person_finds_and_does_nothing_of_the_former_at_any_step(Step step, Swap swap) throws Exception {
        assertNothingPasses(step, swap);
    }

    /** Each swap, and each step. */
    @ParameterizedTest
    @EnumSource
    void the_next_person_finds_and_does_nothing_of_the_former(Swap swap) throws Exception {
        assertNothingPasses(Step.values()[swap.ordinal() % Step.values().length], swap);
    }

    private void assertNothingPasses(Step step, Swap swap) throws Exception {
        var secondTab = browser.get(lab.page("/psc/login")).location();
        assertTrue(lab.logIn(browser).text().contains(FORMER_NAME));
        take(step);

        var welcome = swap(swap, secondTab);

        assertNothingOfTheFormer(welcome);
        assertTheNextIsLoggedIn();
        for (var page : pages) {
            assertNothingOfTheFormer(browser.follow(browser.get(page)));
        }
        for (var form : forms.entrySet()) {
            var refused = browser.post(form.getKey(), form.getValue());
            assertEquals(403, refused.status(), () -> form.getKey() + " is done");
            assertNothingOfTheFormer(refused);
        }
        assertTheNextIsLoggedIn();
        var me = browser.get(lab.page("/me"));
        browser.post(lab.page("/me/place"), me.hiddenAnd(Map.of("place", "0")));
        for (var page : pages) {
            assertNothingOfTheFormer(browser.follow(browser.get(page)));
        }
        assertTheFormerFindsWhatTheyLeft();
    }

    private void assertTheNextIsLoggedIn() throws Exception {
        assertTrue(browser.get(lab.page("/me")).text().contains(NEXT.substring(1)));
    }

    private void take(Step step) throws Exception {
        var me = browser.get(lab.page("/me"));
        forms.put(lab.page("/psc/logout"), me.hiddenAnd(Map.of()));
        forms.put(lab.page("/me/place"), me.hiddenAnd(Map.of("place", "0")));
        var work = browser.get(lab.page("/declaration"))
                .hiddenAnd(Map.of(
                        "offers[0].kind", "vaccination",
                        "offers[0].appointment", "none",
                        "offers[0].details", TYPED,
                        "place.name", "Pharmacie Imaginaire",
                        "place.street", "rue des Essais",
                        "place.postcode", "21850",
                        "place.town", "Ville-Test"));
        forms.put(lab.page("/declaration"), work);
        forms.put(lab.page("/declaration/preview"), work);
        if (step == Step.FORM_OPEN) {
            return;
        }
        var preview = browser.post(lab.page("/declaration/preview"), work);
        assertTrue(preview.text().contains(TYPED), preview.text());
        forms.put(lab.page("/declaration/hand-over"), preview.hidden());
        if (step == Step.HANDED_OVER) {
            var receipt = browser.post(lab.page("/declaration/hand-over"), preview.hidden())
                    .location();
            assertTrue(receipt.getPath().startsWith("/receipt/"), receipt.getPath());
            pages.add(receipt);
        }
    }

    private PageResponse swap(Swap swap, URI secondTab) throws Exception {
        switch (swap) {
            case IDLE_AND_SEEN -> {
                lab.clock().advance(Duration.ofMinutes(31));
                browser.follow(browser.get(lab.page("/me")));
            }
            case IDLE_AND_UNSEEN -> lab.clock().advance(Duration.ofMinutes(31));
            case IDLE_AND_A_LATE_FORM_KEPT -> {
                lab.clock().advance(Duration.ofMinutes(31));
                var late = lab.page("/declaration/preview");
                browser.follow(browser.post(late, forms.get(late)));
            }
            case LOGGED_OUT -> browser.follow(logOut());
            case LOGGED_OUT_HALF_WAY -> logOut();
            case STILL_LOGGED_IN -> {}
            case IN_A_SECOND_TAB -> {
                // The page of the login has been open there since before, and asks.
                lab.simulator().turn("browser-session", "false");
                lab.seat(NEXT);
                return browser.follow(browser.get(secondTab));
            }
        }
        lab.seat(NEXT);
        return lab.logIn(browser);
    }

    private PageResponse logOut() throws Exception {
        return browser.post(lab.page("/psc/logout"), forms.get(lab.page("/psc/logout")));
    }

    private static void assertNothingOfTheFormer(PageResponse page) {
        for (var text : OF_THE_FORMER) {
            assertFalse(page.text().contains(text), () -> page.address() + " shows " + text);
        }
    }

    private void assertTheFormerFindsWhatTheyLeft() throws Exception {
        lab.seat(FORMER);
        assertTrue(lab.logIn(browser).text().contains(FORMER_NAME));
        for (var page : pages) {
            assertEquals(200, browser.get(page).status(), page::toString);
        }
    }
}
