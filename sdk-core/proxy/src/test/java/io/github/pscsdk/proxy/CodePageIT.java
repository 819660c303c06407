package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.chromium.Browser;
import io.github.pscsdk.testkit.chromium.InChromium;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page at the end of a browser login, as a professional sees it. */
@InChromium
class CodePageIT {
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{3} [0-9]{3}\\b");

    private Bench bench;
    private Answer begun;

    @BeforeEach
    void begin() throws Exception {
        bench = Bench.start();
        begun = bench.calls().beginInBrowser();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void the_code_that_is_read_on_the_page_is_taken_by_the_software(Browser browser) throws Exception {
        browser.resize(720, 900);
        var page = browser.open(URI.create(begun.json("/authorizationUri")));
        page.awaitText("Saisissez ce code dans votre logiciel");
        page.screenshot("code");

        var shown = CODE.matcher(page.text());

        assertTrue(shown.find(), "no code to be read");
        assertEquals("DONE", bench.calls().giveCode(begun, shown.group()).json("/state"));
    }

    @Test
    void nothing_hinders_a_reader_on_a_desk_or_in_the_smallest_hand(Browser browser) throws Exception {
        for (var width : List.of(1280, 320)) {
            browser.resize(width, 900);
            var page = browser.open(URI.create(bench.calls().beginInBrowser().json("/authorizationUri")));
            page.awaitText("Give this code to nobody.");
            assertEquals(List.of(), page.hindrances(), page::toString);
        }
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void whoever_loads_the_page_again_is_told_that_no_login_waits(Browser browser) {
        var page = browser.open(URI.create(begun.json("/authorizationUri")));
        page.awaitText("Give this code to nobody.");

        page.reload();

        page.awaitText("PSC-009");
        assertEquals(List.of(), page.hindrances(), page::toString);
    }
}
