package io.github.pscsdk.loginui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class HtmlButtonTest {
    private static final URI LOGIN = URI.create("https://software.example/login?from=home&to=/d%22a");
    private static final URI IMAGE = URI.create("/kit/psc.png?v=1&w=2");

    private static Element login(HtmlButton button) throws Exception {
        return Xml.all(Xml.parse(button.markup()), "a").get(0);
    }

    @Test
    void the_login_is_a_link_that_reads_as_ans_writes_it() throws Exception {
        var link = login(PscButton.html(LOGIN));

        assertEquals("S'identifier avec PRO SANTE CONNECT", link.getTextContent());
        assertEquals(LOGIN.toString(), link.getAttribute("href"));
    }

    @Test
    void the_second_link_leads_to_what_ans_says_or_to_what_the_host_says() throws Exception {
        var page = URI.create("https://software.example/aide?a=1&b=2");

        var ans = Xml.all(Xml.parse(PscButton.html(LOGIN).markup()), "a").get(1);
        var host = Xml.all(Xml.parse(PscButton.html(LOGIN).withExplanation(page).markup()), "a")
                .get(1);

        assertEquals("en savoir plus sur Pro Sante Connect", ans.getTextContent());
        assertEquals("https://esante.gouv.fr/", ans.getAttribute("href"));
        assertEquals(page.toString(), host.getAttribute("href"));
    }

    @Test
    void the_piece_says_in_which_language_it_is() throws Exception {
        var french = PscButton.html(LOGIN);
        var english = french.inLanguage(Locale.UK);

        assertEquals("fr", Xml.parse(french.markup()).getAttribute("lang"));
        assertEquals("en", Xml.parse(english.markup()).getAttribute("lang"));
        assertEquals(PscButton.LABEL_IN_ENGLISH, login(english).getTextContent());
        assertEquals(french.markup(), english.inLanguage(Locale.CANADA_FRENCH).markup());
    }

    @Test
    void artwork_stands_in_place_of_the_wording_and_is_named_by_it() throws Exception {
        var link = login(PscButton.html(LOGIN).withArtwork(IMAGE));
        var image = Xml.all(link, "img").get(0);

        assertEquals(IMAGE.toString(), image.getAttribute("src"));
        assertEquals(PscButton.LABEL, image.getAttribute("alt"));
        assertEquals("", link.getTextContent());
        assertEquals(LOGIN.toString(), link.getAttribute("href"));
    }

    @Test
    void a_choice_does_not_undo_another() throws Exception {
        var help = URI.create("/aide");

        var button =
                PscButton.html(LOGIN).withExplanation(help).withArtwork(IMAGE).inLanguage(Locale.ENGLISH);

        assertEquals(
                PscButton.LABEL_IN_ENGLISH, Xml.all(login(button), "img").get(0).getAttribute("alt"));
        assertEquals("/aide", Xml.all(Xml.parse(button.markup()), "a").get(1).getAttribute("href"));
    }

    @Test
    void an_address_ends_where_it_should_and_is_written_in_ascii() throws Exception {
        var address = URI.create("/entrée?a='&b");

        var markup = PscButton.html(address).markup();

        assertEquals("/entr%C3%A9e?a='&b", login(PscButton.html(address)).getAttribute("href"));
        assertFalse(markup.contains("&b"), markup);
        assertEquals("&lt;i&gt; &amp;amp; &quot;", HtmlButton.escape("<i> &amp; \""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://host/%0Aalert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "https:opaque"
            })
    void an_address_that_would_run_in_the_page_is_refused_and_not_quoted(String address) {
        var button = PscButton.html(LOGIN);
        var bad = URI.create(address);

        for (var refusal : List.of(
                assertThrows(IllegalArgumentException.class, () -> PscButton.html(bad)),
                assertThrows(IllegalArgumentException.class, () -> button.withArtwork(bad)),
                assertThrows(IllegalArgumentException.class, () -> button.withExplanation(bad)))) {
            assertFalse(refusal.getMessage().contains(address), refusal.getMessage());
        }
    }

    @Test
    void a_strict_content_policy_has_nothing_to_forbid() throws Exception {
        var names = new ArrayList<String>();
        for (var markup : List.of(
                PscButton.html(LOGIN).markup(),
                PscButton.html(LOGIN).withArtwork(IMAGE).markup())) {
            var root = Xml.parse(markup);
            names.add(root.getNodeName());
            for (var element : Xml.all(root, "*")) {
                names.add(element.getNodeName());
                for (var i = 0; i < element.getAttributes().getLength(); i++) {
                    names.add(element.getAttributes().item(i).getNodeName());
                }
            }
        }

        assertEquals(Set.of("div", "p", "a", "img", "class", "href", "src", "alt"), Set.copyOf(names));
    }
}
