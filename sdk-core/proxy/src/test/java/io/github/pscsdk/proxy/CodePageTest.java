package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import io.github.pscsdk.testkit.chromium.Tab;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page at the end of a browser login, as a professional sees it. */
@InChromium
class CodePageTest {
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{3} [0-9]{3}\\b");

    @AutoClose
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start();
    }

    private static Tab opened(Browser browser, Answer begun, int width) {
        browser.resize(width, 900);
        return browser.open(URI.create(begun.json("/authorizationUri")));
    }

    @Test
    void the_code_that_is_read_on_the_page_is_taken_by_the_software(Browser browser) throws Exception {
        var begun = bench.calls().beginInBrowser();
        var page = opened(browser, begun, 720);
        page.awaitText("Saisissez ce code dans votre logiciel");
        page.screenshot("code");

        var shown = CODE.matcher(page.text());

        assertTrue(shown.find(), "no code to be read");
        assertEquals("DONE", bench.calls().giveCode(begun, shown.group()).json("/state"));
    }

    @Test
    void
            nothing_hinders_a_reader_on_a_desk_or_in_the_smallest_hand_nor_who_loads_the_page_again_and_is_told_that_no_login_waits(
                    Browser browser) throws Exception {
        var wide = opened(browser, bench.calls().beginInBrowser(), 1280);
        assertNothingHinders(wide, "Give this code to nobody.");
        var narrow = opened(browser, bench.calls().beginInBrowser(), 320);
        assertNothingHinders(narrow, "Give this code to nobody.");
        assertEquals(List.of(), browser.complaints());

        narrow.reload();

        assertNothingHinders(narrow, "PSC-009");
    }

    private static void assertNothingHinders(Tab page, String text) {
        page.awaitText(text);
        assertEquals(List.of(), page.hindrances(), page::toString);
    }
}
