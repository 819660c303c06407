package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.example.declaration.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityRuleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "899999100011 > 899999100011 > 899999100011 | ",
                "8 99999 100011 > 899999100011 > 899999100011 | V-IDN.stored N",
                "0999999999 > 0999999999 > 0999999999 | ",
                "02A9999999 > 02a9999999 > 02A9999999 | ",
            })
    void accepts_the_callers_own_identifier_whatever_its_spaces_and_case(String raw, String caller, String expected) {
        assertEquals(expected, line(raw, caller).strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "899999100029 > 899999100011 > V-IDN.somebody-else E",
                "99999100011 > 899999100011 > V-IDN.rpps-without-prefix E",
                "999999999 > 0999999999 > V-IDN.adeli-without-prefix E",
                "2A9999999 > 02A9999999 > V-IDN.adeli-without-prefix E",
                "ANS20990101120000 > ANS20990101120000 > V-IDN.format E",
                "512345678200010/EMP00001 > 512345678200010/EMP00001 > V-IDN.format E",
                "8999991000111 > 899999100011 > V-IDN.format E",
                "79999910001 > 79999910001 > V-IDN.rpps-without-prefix E",
            })
    void refuses_other_formats_and_other_people(String raw, String caller, String remark) {
        assertEquals(raw + " | " + remark, line(raw, caller));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "899999100011 > 899999100011 | ",
                "02a9999999 > 02A9999999 | ",
                "512345678200010/EMP00001 > 512345678200010/EMP00001 | V-IDN.format E"
            })
    void a_declaration_that_names_nobody_is_the_callers_in_the_one_spelling(String caller, String expected) {
        assertEquals(expected, line(null, caller).strip());
        assertEquals(expected, line(" ", caller).strip());
    }

    @Test
    void an_identifier_that_the_caller_had_before_becomes_the_callers_own() {
        var merged = new Caller("899999100011", Set.of("6F0C2C0E-2F5B-4B0E-9A63-0D9F4F1F7A10"), List.of());
        var findings = new Findings();

        assertEquals(
                Optional.of("899999100011"),
                IdentifierRules.nationalId(merged)
                        .check(Optional.of("6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10"), Checked.FIELD, findings));
        assertEquals(List.of(), findings.all());
    }

    @Test
    void no_remark_repeats_an_identifier() {
        for (var raw : List.of("899999100029", "99999100011", "999999999", "89999910001")) {
            var findings = new Findings();

            IdentifierRules.nationalId(caller("899999100011")).check(Optional.of(raw), Checked.FIELD, findings);

            assertFalse(findings.all().get(0).fr().contains(raw));
            assertFalse(findings.all().get(0).en().contains(raw));
        }
    }

    private static String line(String raw, String caller) {
        return Checked.line(raw, IdentifierRules.nationalId(caller(caller)));
    }

    private static Caller caller(String nationalId) {
        return new Caller(nationalId, List.of());
    }
}
