package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Professional;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {
    @ParameterizedTest
    @CsvSource({
        "899999100011, id.rpps, 99999100011",
        "0999999999, id.adeli, 999999999",
        "02A9999999, id.adeli, 2A9999999",
        "512345678200010/EMP00001, id.national, 512345678200010/EMP00001",
        "ANS20990101120000, id.national, ANS20990101120000",
    })
    void an_identifier_is_shown_as_its_holder_knows_it(String id, String kind, String number) {
        assertEquals(new Identifier(kind, number), Identifier.of(professional(id)));
    }

    @ParameterizedTest
    @CsvSource({"899999100011", "99999100011"})
    void an_rpps_number_among_the_other_identifiers_is_the_one_to_show(String rpps) {
        var professional = professional("ANS20990101120000", new OtherId("x", "EDIT"), new OtherId(rpps, "RPPS"));

        assertEquals(new Identifier("id.rpps", "99999100011"), Identifier.of(professional));
    }

    @Test
    void nothing_prints_an_identifier() {
        assertFalse(Identifier.of(professional("899999100011")).toString().contains("99999100011"));
    }

    private static Professional professional(String id, OtherId... others) {
        return new Professional(
                new NationalId(id), "NOM", List.of("PRENOM"), Optional.empty(), List.of(others), List.of());
    }
}
