package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** V-RPPS, V-FINESS and V-SIREN: numbers with a key. */
class NumberRulesTest {
    @ParameterizedTest
    @CsvSource({
        "99999100011, ''",
        "99999100012, V-RPPS.key W",
        "9999910001, V-RPPS.format W",
        "899999100011, V-RPPS.format W",
        "99999100029, V-RPPS.other W",
        "'', ''"
    })
    void an_RPPS_number_has_eleven_digits_a_key_and_is_the_declarants(String raw, String remarks) {
        var findings = new Findings();

        IdentifierRules.rpps(Optional.of("899999100011")).check(Optional.of(raw), Checked.FIELD, findings);

        assertEquals(remarks, Checked.remarks(findings));
    }

    @ParameterizedTest
    @CsvSource({
        "750000010, ''",
        "750000019, V-FINESS.key E",
        "2A0000014, ''",
        "2b0000012, ''",
        "2A0000015, V-FINESS.key E",
        "AUTRE, V-FINESS.format E",
        "A PRECISER, V-FINESS.format E",
        "7500000180, V-FINESS.format E",
        "2C0000014, V-FINESS.format E",
        "'', ''"
    })
    void a_FINESS_number_has_a_key_that_counts_the_letters_of_Corsica_as_digits(String raw, String remarks) {
        var findings = new Findings();

        IdentifierRules.FINESS.check(Optional.of(raw), Checked.FIELD, findings);

        assertEquals(remarks, Checked.remarks(findings));
    }

    @ParameterizedTest
    @CsvSource({
        "123456782, ''",
        "123456789, V-SIREN.key W",
        "12345678, V-SIREN.format W",
        "123 456 782, V-SIREN.format W",
        "'', ''"
    })
    void a_SIREN_number_has_nine_digits_and_a_key(String raw, String remarks) {
        var findings = new Findings();

        IdentifierRules.SIREN.check(Optional.of(raw), Checked.FIELD, findings);

        assertEquals(remarks, Checked.remarks(findings));
    }

    @ParameterizedTest
    @CsvSource({"12345678200010, ''", "12345678200011, V-SIREN.siret-key W", "123456782, V-SIREN.siret-format W"})
    void a_SIRET_number_has_fourteen_digits_and_a_key(String raw, String remarks) {
        var findings = new Findings();

        IdentifierRules.SIRET.check(Optional.of(raw), Checked.FIELD, findings);

        assertEquals(remarks, Checked.remarks(findings));
    }
}
