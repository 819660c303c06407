package io.github.pscsdk.example.santefr.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Practice;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfessionalCardTest {
    @ParameterizedTest
    @CsvSource({
        "899999100011, id.rpps, 99999100011",
        "0999999999, id.adeli, 999999999",
        "02A9999999, id.adeli, 2A9999999",
        "512345678200010/EMP00001, id.national, 512345678200010/EMP00001",
        "ANS20990101120000, id.national, ANS20990101120000",
    })
    void an_identifier_is_shown_as_its_holder_knows_it(String id, String kind, String number) {
        var card = card(id, List.of(), List.of());

        assertEquals(new Identifier(kind, number, id), card.identifier());
    }

    @ParameterizedTest
    @CsvSource({"899999100011", "99999100011"})
    void an_rpps_number_among_the_other_identifiers_is_the_one_to_show(String rpps) {
        var card = card("ANS20990101120000", List.of(new OtherId("x", "EDIT"), new OtherId(rpps, "RPPS")), List.of());

        assertEquals(new Identifier("id.rpps", "99999100011", "ANS20990101120000"), card.identifier());
    }

    @Test
    void a_practice_that_came_twice_is_shown_once() {
        var card = card("899999100011", List.of(), List.of(practice("10", "C"), practice("10", "C")));

        assertEquals(1, card.practices().size());
    }

    @Test
    void a_code_without_a_word_is_shown_as_it_is() {
        var practice = card("899999100011", List.of(), List.of(practice("4711", "E")))
                .practices()
                .get(0);

        assertEquals("Profession de code 4711", practice.profession());
        assertEquals(true, practice.student());
    }

    @Test
    void nothing_prints_a_name_or_an_identifier() {
        var card = card("899999100011", List.of(), List.of());

        assertFalse((card + " " + card.identifier()).matches(".*(99999100011|NOM).*"));
    }

    private static ProfessionalCard card(String id, List<OtherId> others, List<Practice> practices) {
        var professional =
                new Professional(new NationalId(id), "NOM", List.of("PRENOM"), Optional.empty(), others, practices);
        return ProfessionalCard.of(professional, Language.FRENCH);
    }

    private static Practice practice(String profession, String category) {
        return new Practice(
                new CodedValue("", profession),
                Optional.of(new CodedValue("", category)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
