package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of professional gets in, and reads what they may declare and why not. */
class RightsOnThePageTest {
    private final WebLab lab = WebLab.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "899999100029 | Vaccination : oui",
                "899999100037 | Dépistage : oui",
                "899999100201 | Ce formulaire est réservé à l’exercice libéral",
                "899999100219 | L’annuaire ne donne pour vous aucune profession.",
                "0999999999 | ne peut déclarer ni dépistage ni vaccination",
                "899999100227 | Vaccination : non, votre profession ne le permet pas",
                "512345678200010/EMP00001 | Ce formulaire est réservé à l’exercice libéral",
                "ANS20990101120000 | Dépistage : oui",
                "899999100235 | L’annuaire ne donne aucun lieu pour cette profession.",
            })
    void a_professional_reads_what_they_may_declare(String persona, String text) throws Exception {
        lab.seat(persona);

        var me = lab.logIn(new Visitor());

        assertEquals(200, me.status());
        assertTrue(me.text().replace('\u00A0', ' ').contains(text), me.text());
    }

    @Test
    void the_same_practice_is_listed_once() throws Exception {
        lab.seat("899999100235");

        var me = lab.logIn(new Visitor());

        assertEquals(3, me.text().split("<h3>Médecin").length, me.text());
    }
}
