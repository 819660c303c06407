package io.github.pscsdk.example.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessDescriptionTest {
    private static final String TITLE =
            "  <h3>Informations complémentaires relatives à l&#039;offre de vaccination</h3>,";
    private static final String END = ",,<div>,  <ul class=\"resetul\">,      </ul>,</div>,";

    @Test
    void tells_the_five_parts_apart_and_leaves_nothing() {
        var cell = AccessDescription.of(TITLE
                + "<p><strong>Accès :</strong> avec rendez-vous</p>,,,  <div class=\"horaires\">"
                + "<li>Lundi : 08h30-12h00 et 14h00-19h30</li><li>Samedi : 08h30-12h00</li></div>,,  "
                + "<p><strong>Informations complémentaires : </strong>Entrée par l&#039;arrière &amp; la cour</p>,,  "
                + "<p><strong>Téléphone pour la prise de rendez-vous : </strong>0300000000</p>,,  "
                + "<p><strong>Site internet pour la prise de rendez-vous : </strong>"
                + "<a href=\"https://www.example.fr/a?b=1&amp;c=2\" class=\"simple-link\">le site</a></p>" + END);

        assertEquals("avec rendez-vous", cell.values().get("appointment"));
        assertEquals(
                "Lundi : 08h30-12h00 et 14h00-19h30 | Samedi : 08h30-12h00",
                cell.values().get("hoursText"));
        assertEquals("Entrée par l'arrière & la cour", cell.values().get("details"));
        assertEquals("0300000000", cell.values().get("phone"));
        assertEquals("https://www.example.fr/a?b=1&c=2", cell.values().get("website"));
        assertEquals(Optional.empty(), cell.rest());
    }

    @Test
    void each_part_may_be_missing() {
        var cell = AccessDescription.of(TITLE + END);

        assertEquals(AccessDescription.of(""), cell);
        assertNull(cell.values().get("appointment"));
    }

    @Test
    void what_it_does_not_know_and_what_comes_twice_is_told_apart() {
        var cell = AccessDescription.of(
                "<p><strong>Accès :</strong> sans rendez-vous</p><p><strong>Accès :</strong> avec</p>"
                        + "<p><strong>Parking :</strong> oui</p>");

        assertEquals("sans rendez-vous", cell.values().get("appointment"));
        assertEquals(Optional.of("Accès : avec Parking : oui"), cell.rest());
    }

    @Test
    void words_beside_a_link_are_told_apart() {
        var cell = AccessDescription.of("<p><strong>Site internet pour la prise de rendez-vous : </strong>"
                + "<a href=\"https://www.example.fr\">ici</a> ou sur place</p>");

        assertEquals("https://www.example.fr", cell.values().get("website"));
        assertEquals(Optional.of("ou sur place"), cell.rest());
    }

    @Test
    void a_cell_that_is_no_HTML_or_very_deep_is_read_all_the_same() {
        assertEquals(
                Optional.of("à voir < 5 & plus"),
                AccessDescription.of("à voir < 5 & plus").rest());
        assertTrue(AccessDescription.of("<div>".repeat(20_000) + "fond").rest().isPresent());
    }
}
