package io.github.pscsdk.example.practiceweb.journey;

import static io.github.pscsdk.testkit.chromium.Role.BUTTON;
import static io.github.pscsdk.testkit.chromium.Role.CHOICE;
import static io.github.pscsdk.testkit.chromium.Role.FIELD;
import static io.github.pscsdk.testkit.chromium.Role.HEADING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.practiceweb.lab.PracticeLab;
import io.github.pscsdk.example.practiceweb.lab.Visitor;
import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.chromium.Tab;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every page that there is, on a desk and in a hand: nothing on it hinders a reader, as far as programs can tell. */
@InChromium
class EveryPageTest {
    private final PracticeLab lab = PracticeLab.shared();

    @Test
    void for_whoever_is_not_logged_in(Browser browser) throws Exception {
        lookLoggedOut(Words.FR, browser);
    }

    @Test
    @Tag("long")
    void for_whoever_is_not_logged_in_in_english(Browser browser) throws Exception {
        lookLoggedOut(Words.EN, browser);
    }

    private void lookLoggedOut(Words words, Browser browser) throws Exception {
        var page = browser.open(lab.page("/?lang=" + words.language()));
        for (var path : List.of(
                "/",
                "/login-needed",
                "/session-over",
                "/session-over?form=kept",
                "/session-over?form=lost",
                "/session-over?form=kept-tried",
                "/session-over?form=lost-tried",
                "/problem/PSC-001",
                "/psc/callback?code=x&state=y",
                "/nowhere")) {
            assertReadable(browser, page.open(lab.page(path)));
        }

        var neighbour = new Visitor();
        for (var i = 0; i < 60; i++) {
            neighbour.get(lab.page("/psc/login"));
        }
        page.open(lab.page("/psc/login"))
                .find(HEADING, words.of("message.too-many-logins.title"))
                .await();
        assertReadable(browser, page);
    }

    @Test
    void for_whoever_declares_and_logs_out(Browser browser) {
        declareAndLogOut(Words.FR, browser);
    }

    @Test
    @Tag("long")
    void for_whoever_declares_and_logs_out_in_english(Browser browser) {
        declareAndLogOut(Words.EN, browser);
    }

    private void declareAndLogOut(Words words, Browser browser) {
        var page = logIn(words, browser);
        assertReadable(browser, page);
        assertReadable(browser, page.open(lab.page("/me?form=kept")));
        fill(page.open(lab.page("/declaration")), words, "moi@exemple.fr");
        assertReadable(browser, page);
        page.find(BUTTON, words.of("declaration.check")).press();
        page.find(HEADING, words.of("errors.one")).await();
        assertReadable(browser, page);

        page.find(FIELD, words.ofForm("field.offers.phone")).fill("03 45 81 04 21");
        page.find(BUTTON, words.of("declaration.check")).press();
        page.find(HEADING, words.of("preview.heading")).await();
        assertReadable(browser, page);
        page.find(BUTTON, words.of("preview.hand-over")).press();
        page.find(HEADING, words.of("receipt.heading")).await();
        assertReadable(browser, page);

        page.find(BUTTON, words.of("logout")).press();
        page.find(HEADING, words.of("signed-out.heading")).await();
        assertReadable(browser, page);
    }

    @Test
    void for_whoever_is_too_late_or_finds_somebody_else_logged_in(Browser browser) {
        comeTooLate(Words.FR, browser);
    }

    @Test
    @Tag("long")
    void for_whoever_is_too_late_or_finds_somebody_else_logged_in_in_english(Browser browser) {
        comeTooLate(Words.EN, browser);
    }

    private void comeTooLate(Words words, Browser browser) {
        var page = logIn(words, browser);
        fill(page.open(lab.page("/declaration")), words, "03 45 81 04 21");
        lab.clock().advance(Duration.ofMinutes(30));
        page.find(BUTTON, words.of("declaration.check")).press();
        page.awaitText(words.of("session-over.kept"));
        assertReadable(browser, page);

        page.open(lab.page("/psc/login")).find(HEADING, words.of("me.heading")).await();
        page.open(lab.page("/declaration")).awaitText(words.of("declaration.kept"));
        assertReadable(browser, page);

        lab.simulator().turn("browser-session", "false");
        lab.seat("899999100029");
        // A person takes their time: no two logins are of the same second.
        lab.clock().advance(Duration.ofSeconds(1));
        browser.tab("other")
                .open(lab.page("/psc/login"))
                .find(HEADING, words.of("me.heading"))
                .await();
        page.find(BUTTON, words.of("declaration.check")).press();
        page.find(HEADING, words.of("message.foreign-form.title")).await();
        assertReadable(browser, page);
    }

    private Tab logIn(Words words, Browser browser) {
        browser.open(lab.page("/?lang=" + words.language()));
        var page = browser.open(lab.page("/psc/login"));
        page.find(HEADING, words.of("me.heading")).await();
        return page;
    }

    private static void fill(Tab page, Words words, String phone) {
        page.find(CHOICE, words.ofForm("value.offers.kind.vaccination")).press();
        page.find(CHOICE, words.ofForm("value.offers.appointment.required")).press();
        page.find(FIELD, words.ofForm("field.offers.phone")).fill(phone);
    }

    private static void assertReadable(Browser browser, Tab page) {
        for (var width : List.of(360, 1280)) {
            browser.resize(width, 900);
            assertEquals(List.of(), page.hindrances(), page::toString);
        }
        // Names, roles and colours are the same at any width.
        assertEquals(List.of(), page.seriousViolations(), page::toString);
    }
}
