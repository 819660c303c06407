package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneRuleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "+33345810421 > +33345810421 | ",
                "' +33345810421 ' > +33345810421 | ",
                "0345810421 > +33345810421 | V-TEL.stored N",
                "03 45 81 04 21 > +33345810421 | V-TEL.stored N",
                "03.45.81.04.21 > +33345810421 | V-TEL.stored N",
                "03-45-81-04-21 > +33345810421 | V-TEL.stored N",
                "03\u00A045\u00A081\u00A004\u00A021 > +33345810421 | V-TEL.stored N",
                "03 45 81 04 21\u202C > +33345810421 | V-TEL.stored N",
                "+33 3 45 81 04 21 > +33345810421 | V-TEL.stored N",
                "0 800 009 110 > +33800009110 | V-TEL.stored N",
                "+262262202020 > +262262202020 | ",
                "0262202020 > +262262202020 | V-TEL.stored N",
                "0590202020 > +590590202020 | V-TEL.stored N",
                "0696202020 > +596696202020 | V-TEL.stored N",
                "+33596622156 > +33596622156 | ",
                "3975 > 3975 | ",
                "3013 > 3013 | ",
                "39 75 > 3975 | V-TEL.stored N",
            })
    void keeps_one_number_as_E164_and_short_numbers_as_they_are(String raw, String expected) {
        assertEquals(expected, Checked.line(raw, this::check).strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "33423101010 > V-TEL.prefix E",
                "0033423101010 > V-TEL.prefix E",
                "+330805690821 > V-TEL.prefix E",
                "+33 (0)4 23 10 10 10 > V-TEL.prefix E",
                "0344000001 ou 0344000002 > V-TEL.two-numbers E",
                "03.44.00.00.01 03.44.00.00.02 > V-TEL.two-numbers E",
                "0344000001                      0344000002 > V-TEL.two-numbers E",
                "Cabinet 0344000001 / Accueil 0344000002 > V-TEL.two-numbers E",
                "3975 ou 0344000001 > V-TEL.two-numbers E",
                "0344000001 poste 1234 > V-TEL.words E",
                "DOCTOLIB UNIQUEMENT > V-TEL.words E",
                "accueil@example.fr > V-TEL.email E",
                "8 > V-TEL.format E",
                "344000001 > V-TEL.format E",
                "03440000011 > V-TEL.format E",
                "0044000001 > V-TEL.format E",
                "+34912345678 > V-TEL.format E",
                "4975 > V-TEL.format E",
                "03/44/00/00/01 > V-TEL.format E",
            })
    void refuses_what_cannot_be_dialled_and_says_why(String raw, String remark) {
        assertEquals(raw + " | " + remark, Checked.line(raw, this::check));
    }

    @ParameterizedTest
    @CsvSource({"33423101010", "+330423101010", "0033423101010"})
    void suggests_the_right_country_code_but_does_not_write_it(String raw) {
        var findings = new Findings();

        check(Optional.of(raw), findings);

        assertEquals(
                "The country code is misspelt. Write +33423101010 if that is the number.",
                findings.all().get(0).en());
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "\u00A0"})
    void nothing_is_no_number(String raw) {
        assertEquals("- | ", Checked.line(raw, this::check));
    }

    private Optional<String> check(Optional<String> raw, Findings findings) {
        return ContactRules.PHONE.check(raw, Checked.FIELD, findings);
    }
}
