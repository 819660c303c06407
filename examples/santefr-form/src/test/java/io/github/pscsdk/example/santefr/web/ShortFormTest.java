package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A first declaration of a testing offer stays short: its pages, its fields and its bytes are counted. */
class ShortFormTest {
    private static final int MOST_PAGES = 6;
    private static final int MOST_FIELDS = 25;
    private static final int MOST_BYTES = 60_000;

    private static final Pattern FIELD = Pattern.compile("class=\"(?:field|day)\"");
    private static final Pattern FOLDED = Pattern.compile("(?s)<details>.*?</details>");
    private static final Pattern PRESS = Pattern.compile("<(?:button|a) class=\"main\"");

    private final WebLab lab = WebLab.shared();

    @Test
    void from_its_beginning_to_the_receipt_it_has_six_pages_and_at_most_25_fields() throws Exception {
        var declarant = Declarant.loggedIn(lab);
        var pages = new ArrayList<Visitor.Page>();
        pages.add(declarant.begin("testing"));
        pages.add(declarant.save(pages.get(0), Map.of("place.postcode", "21000"), "next"));
        pages.add(declarant.save(pages.get(1), Map.of("offers[0].tests", "RT-PCR"), "next"));
        pages.add(declarant.save(pages.get(2), Map.of("offers[0].hours.monday", "8h30-12h30"), "next"));
        pages.add(declarant.save(pages.get(3), Map.of("offers[0].phone", "03 45 81 04 21"), "next"));
        pages.add(declarant.handOver(pages.get(4)));

        assertTrue(
                pages.get(5).text().contains("Déclaration transmise"),
                pages.get(5).text());
        var addresses = new HashSet<String>();
        var fields = 0L;
        for (var page : pages) {
            var seen = FOLDED.matcher(page.text()).replaceAll("");
            fields += FIELD.matcher(seen).results().count();
            addresses.add(page.address().getPath());
            assertEquals(1, PRESS.matcher(seen).results().count(), page.address() + " has one strong button");
            assertTrue(
                    page.text().getBytes(StandardCharsets.UTF_8).length < MOST_BYTES,
                    page.address().getPath());
        }
        assertEquals(MOST_PAGES, addresses.size());
        assertTrue(fields <= MOST_FIELDS, "fields: " + fields);
    }
}
