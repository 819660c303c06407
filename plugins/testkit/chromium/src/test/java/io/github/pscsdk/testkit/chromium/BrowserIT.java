package io.github.pscsdk.testkit.chromium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@InChromium
class BrowserIT {
    @AutoClose
    private static SmallSite remembering;

    @BeforeAll
    static void start() {
        remembering = new SmallSite("<p id='p'></p><script>document.getElementById('p').innerText ="
                + " [document.cookie && 'cookie', localStorage.getItem('a') && 'storage'].filter(Boolean).join(' and ')"
                + " || 'nothing'; document.cookie = 'a=b'; localStorage.setItem('a', 'b')</script>");
    }

    @Test
    void things_are_found_by_the_name_that_a_person_reads_not_by_how_they_are_made(Browser browser) throws Exception {
        try (var site = new SmallSite(
                "<label for='x'>Prénom&nbsp;:</label> <input id='x'><button>Saluer</button>"
                        + "<button hidden>Saluer</button><p id='p'></p><script>document.querySelector('button').onclick = () =>"
                        + " document.getElementById('p').innerText = 'Bonjour ' + document.getElementById('x').value</script>")) {
            var page = browser.open(site.address());

            page.find(Role.FIELD, "Prénom :").fill("Zoé");
            page.find(Role.FIELD, "Prénom :").fill("Ana");
            page.find(Role.BUTTON, "Saluer").press();

            page.awaitText("Bonjour Ana");
        }
    }

    @Test
    void a_name_is_found_wherever_the_browser_takes_it_from(Browser browser) throws Exception {
        var buttons = List.of(
                "<button>Oui <b>1</b></button>",
                "<button><i>Oui</i><br>2</button>",
                "<button style='text-transform: capitalize'>oui 3</button>",
                "<button><img src='/x' alt='Oui'> 4</button>",
                "<button aria-label='Oui 5'>x</button>",
                "<button title='Oui 6'></button>",
                "<p id='a'>Oui</p><p id='b'>7</p><button aria-labelledby='a b'>x</button>",
                "<label for='y'>Oui</label> <label for='y'>8</label><button id='y'>x</button>",
                "<input type='submit' value='Oui 9'>",
                "<div role='button'>Oui&nbsp;10 et tout</div>");
        try (var site = new SmallSite("<button>Oui</button>" + String.join("", buttons))) {
            var page = browser.open(site.address());

            for (var number = 1; number <= buttons.size(); number++) {
                assertTrue(page.find(Role.BUTTON, "Oui " + number).isThere(), buttons.get(number - 1));
            }
        }
    }

    @Test
    void a_thing_is_awaited_that_a_script_brings_later(Browser browser) throws Exception {
        try (var site = new SmallSite("<script>setTimeout(() => { if (location.pathname != '/next')"
                + " document.body.innerHTML = '<a href=\"/next\">Plus tard</a>' }, 500)</script>")) {
            var page = browser.open(site.address());

            page.find(Role.LINK, "Plus tard").press();

            page.find(Role.HEADING, "Titre").await();
            assertEquals("/next", page.address().getPath());
        }
    }

    @Test
    void a_row_of_a_table_is_found_by_how_it_begins_and_missed_when_it_goes(Browser browser) throws Exception {
        try (var site =
                new SmallSite("<table><tr><td>Autre</td><td>Ana</td></tr><tr id='r'><td>Ana</td><td>ici</td></tr>"
                        + "</table><script>setTimeout(() => document.getElementById('r').remove(), 500)</script>")) {
            var row = browser.open(site.address()).find(Role.ROW, "Ana");

            row.awaitGone();

            assertFalse(row.isThere());
        }
    }

    @Test
    void of_two_things_with_one_name_none_is_taken(Browser browser) throws Exception {
        try (var site = new SmallSite("<button>Refuser la demande</button><button>Refuser</button><p>"
                + "<label><input type='checkbox'>Un</label><label><input type='checkbox'>Un</label>")) {
            var page = browser.open(site.address());

            assertTrue(page.find(Role.BUTTON, "Refuser").isThere());
            assertTrue(page.find(Role.BUTTON, "Refuser la").isThere());
            assertFalse(page.find(Role.CHOICE, "Un").isThere());
            assertEquals(List.of("Un", "Un"), page.find(Role.CHOICE, "Un").names());
        }
    }

    @Test
    void two_tabs_are_played_in_turn_and_one_may_have_been_opened_by_a_page(Browser browser) throws Exception {
        try (var site = new SmallSite("<a href='/phone' target='phone'>Ouvrir le téléphone</a>")) {
            var page = browser.open(site.address());
            var other = browser.tab("other").open(site.address().resolve("/other"));

            page.find(Role.LINK, "Ouvrir le téléphone").press();
            var phone = browser.opened("phone");

            phone.find(Role.HEADING, "Titre").await();
            assertEquals("/phone", phone.address().getPath());
            assertEquals("/other", other.address().getPath());
            assertEquals("/", page.address().getPath());
            assertEquals(phone, browser.tab("phone"));
        }
    }

    @Test
    void a_page_can_be_walked_through_with_the_keyboard_alone(Browser browser) throws Exception {
        try (var site =
                new SmallSite("<fieldset><legend>Moyen</legend><label><input type='radio' name='m'>Carte</label>"
                        + "<label><input type='radio' name='m'>e-CPS</label></fieldset>"
                        + "<form action='/sent'><label>Nom<input name='n'></label><button>Envoyer</button></form>")) {
            var page = browser.open(site.address());

            page.keyboard().walkTo(Role.CHOICE, "Carte").press(Key.SPACE).press(Key.DOWN);
            assertTrue(page.find(Role.CHOICE, "e-CPS").isChosen());
            page.keyboard().walkTo(Role.FIELD, "Nom").type("Zoé").press(Key.ENTER);

            Await.until("the form was sent", () -> "n=Zoé".equals(page.address().getQuery()));
        }
    }

    @Test
    void what_the_keyboard_never_reaches_is_told(Browser browser) throws Exception {
        try (var site = new SmallSite("<button tabindex='-1'>Caché du clavier</button><button>Autre</button>")) {
            var keyboard = browser.open(site.address()).keyboard();

            var failure = assertThrows(AssertionError.class, () -> keyboard.walkTo(Role.BUTTON, "Caché du clavier"));

            assertTrue(failure.getMessage().contains("Autre"), failure::getMessage);
        }
    }

    @Test
    void every_request_of_a_page_is_seen_and_none_leaves_this_machine(Browser browser) throws Exception {
        try (var site = new SmallSite("<img alt='' src='https://elsewhere.example/spy.png'>")) {
            browser.open(site.address());

            assertTrue(browser.requests().contains(site.address()));
            assertTrue(browser.requests().contains(URI.create("https://elsewhere.example/spy.png")));
            assertTrue(browser.complaints().stream().anyMatch(line -> line.contains("ERR_NAME_NOT_RESOLVED")));
        }
    }

    /** Both times it is the same site. */
    @RepeatedTest(2)
    void a_test_finds_nothing_of_the_one_before(Browser browser) {
        var page = browser.open(remembering.address());

        assertTrue(page.text().contains("nothing"), page::text);
        page.reload();
        assertTrue(page.text().contains("cookie and storage"), page::text);
    }

    @Test
    void the_reader_is_french(Browser browser) throws Exception {
        try (var site = new SmallSite("")) {
            assertTrue(browser.open(site.address()).title().startsWith("fr"));
        }
    }

    @Test
    void a_form_is_sent_with_values_that_nobody_can_give_it(Browser browser) throws Exception {
        var body = "<form action='/answer'><input type='hidden' name='token' value='right'>"
                + "<input type='checkbox' name='yes' value='no'></form>";
        try (var site = new SmallSite(body)) {
            var page = browser.open(site.address());

            page.send("/answer", Map.of("token", "forged", "yes", "indeed"));

            assertEquals("/answer", page.address().getPath());
            assertEquals(
                    Set.of("token=forged", "yes=indeed"),
                    Set.of(page.address().getQuery().split("&")));
        }
    }

    @Test
    void what_hinders_a_reader_is_told(Browser browser) throws Exception {
        try (var site = new SmallSite("<h1>Encore</h1><input name='sans'><fieldset></fieldset><img src='/x'>"
                + "<p class='notice' style='height:41px'></p><div style='width:9999px;color:#999'>Pâle</div>")) {
            var found = browser.open(site.address()).hindrances();

            assertEquals(
                    List.of(
                            "the page has 2 main titles",
                            "the page is wider than the window",
                            "the notice of every page is higher than 40 pixels",
                            "a field has no label: sans",
                            "a group of fields has no title",
                            "a picture has no text in its place: " + site.address() + "x",
                            "contrast of 2.8: <div> Pâle"),
                    found);
        }
    }

    @Test
    void nothing_is_told_of_a_page_in_order(Browser browser) throws Exception {
        try (var site = new SmallSite("<label>Nom <input></label><p style='color:#555'>Lisible</p>")) {
            assertEquals(List.of(), browser.open(site.address()).hindrances());
        }
    }

    @Test
    void a_picture_shows_a_long_page_from_top_to_bottom(Browser browser) throws Exception {
        try (var site =
                new SmallSite("<style>* { margin: 0; font: 10px/50px serif }</style><p style='height:1350px'>")) {
            browser.resize(600, 700);
            var image =
                    PageScreenshot.of(browser.open(site.address()).wholePage()).image();

            assertEquals(600, image.getWidth());
            assertEquals(1400, image.getHeight());
        }
    }
}
