package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** V-LIST, and the lists themselves. */
class ListRuleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Tout public > Tout public | ",
                "tout public  - sur ordonnance > Tout public - sur ordonnance | V-LIST.stored N",
                "Femmes  ENCEINTES > Femmes enceintes | V-LIST.stored N",
                "Patients ayant ete atteints par le covid 19 > Patients ayant été atteints par le COVID-19 | V-LIST.stored N",
                "selon recommandations > selon recommandations | V-LIST.unknown W",
                "&laquo;Voisins&raquo; > «Voisins» | V-LIST.unknown W, V-TXT.cleaned W",
            })
    void a_listed_value_gets_its_one_spelling_and_another_is_kept(String raw, String line) {
        var found = Checked.line(raw, KnownValues.of("audience").rule(true));

        assertEquals(line.strip(), found.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "t > t | ",
                "f > f | ",
                "oui > t | V-LIST.flag-stored N",
                "NON > f | V-LIST.flag-stored N",
                "true > t | V-LIST.flag-stored N",
                "parfois > parfois | V-LIST.flag-unknown W"
            })
    void yes_and_no_have_one_spelling_and_another_text_is_kept(String raw, String line) {
        var found = Checked.line(raw, KnownValues.FLAG);

        assertEquals(line.strip(), found.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "/place/accessibility, Oui., V-LIST(N) on place.accessibility",
        "/place/accessibility, Oui - Ascenseur, ''",
        "/place/precision, 0.97, ''",
        "/place/precision, 97 %, V-GEO(W) on place.precision",
        "/place/legalFiness, ARS-IDF, V-FINESS(E) on place.legalFiness",
        "/professional/email, cabinet@example.fr, ''",
        "/professional/email, non, V-TXT(W) on professional.email",
        "/offers/0/disease, Grippe, V-LIST(N) on offers[0].disease",
        "/offers/0/disease, rage, V-LIST(W) on offers[0].disease",
        "/offers/0/voiceServer, oui, V-LIST(N) on offers[0].voiceServer",
        "/offers/0/supervisedSelfTest, oui, V-LIST(N) on offers[0].supervisedSelfTest",
        "/offers/0/consultation, oui, V-LIST(N) on offers[0].consultation",
        "/offers/0/professionalsOnly, oui, V-LIST(N) on offers[0].professionalsOnly"
    })
    void each_field_has_its_rule(String pointer, String value, String finding) {
        var outcome = Checked.whole(SampleDeclaration.flawless().withText(pointer, value));

        assertEquals("[" + finding + "]", outcome.findings().toString());
    }

    @Test
    void each_element_of_a_list_is_judged_at_its_place() {
        var outcome = Checked.whole(SampleDeclaration.flawless()
                .with("/offers/0/modes", "[\"Sur place\",\"DRIVE\",\"sous la tente\"]")
                .with("/offers/0/products", "[\"Moderna\"]"));

        assertEquals(
                "[V-LIST(N) on offers[0].products[0], V-LIST(N) on offers[0].modes[1], V-LIST(W) on offers[0].modes[2]]",
                outcome.findings().toString());
        var offer = outcome.normalised().orElseThrow().offers().get(0);
        assertEquals(List.of("Sur place", "Drive", "sous la tente"), offer.modes());
        assertEquals(List.of("Spikevax"), offer.products());
    }

    @Test
    void each_value_has_a_confidence_and_a_source() {
        var rows = ClassPathResource.table(KnownValues.class, "values.csv");

        assertTrue(rows.size() > 30);
        for (var row : rows) {
            assertTrue(
                    row.size() == 5
                            && row.get(2).matches("[ABC]")
                            && !row.get(3).isBlank(),
                    row::toString);
            assertTrue(KnownValues.of(row.get(0)).values().contains(row.get(1)));
        }
    }
}
