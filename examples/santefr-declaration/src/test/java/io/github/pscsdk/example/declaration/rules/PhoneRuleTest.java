package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
                "+33596622156 > +596596622156 | V-TEL.stored N",
                "33423101010 > +33423101010 | V-TEL.stored N",
                "0033423101010 > +33423101010 | V-TEL.stored N",
                "00 33 4 23 10 10 10 > +33423101010 | V-TEL.stored N",
                "+330805690821 > +33805690821 | V-TEL.stored N",
                "+33 (0)4 23 10 10 10 > +33423101010 | V-TEL.stored N",
                "O3 45 81 04 21 > +33345810421 | V-TEL.stored N",
                "Tél. : 03 45 81 04 21 > +33345810421 | V-TEL.stored N",
                "03/45/81/04/21 > +33345810421 | V-TEL.stored N",
                "+262 (0)262 20 20 20 > +262262202020 | V-TEL.stored N",
                "00590590202020 > +590590202020 | V-TEL.stored N",
                "596596202020 > +596596202020 | V-TEL.stored N",
                "+687 24 11 11 > +687241111 | V-TEL.stored N",
                "3975 > 3975 | ",
                "3013 > 3013 | ",
                "39 75 > 3975 | V-TEL.stored N",
            })
    void keeps_one_number_as_E164_and_short_numbers_as_they_are(String raw, String expected) {
        assertEquals(expected, Checked.line(raw, ContactRules.PHONE).strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "0344000001 ou 0344000002 > +33344000001 | V-TEL.two-numbers W",
                "03.44.00.00.01 03.44.00.00.02 > +33344000001 | V-TEL.two-numbers W",
                "+33 (0)3 44 00 00 01 / +33 3 44 00 00 02 > +33344000001 | V-TEL.two-numbers W",
                "0344000001                      0344000002 > +33344000001 | V-TEL.two-numbers W",
                "Cabinet 0344000001 / Accueil 0344000002 > +33344000001 | V-TEL.two-numbers W",
                "3975 ou 0344000001 > 3975 | V-TEL.two-numbers W",
                "0344000001 poste 1234 > +33344000001 | V-TEL.extension W",
                "03 44 00 00 01 (poste 12) > +33344000001 | V-TEL.extension W",
            })
    void keeps_the_number_that_is_certain_and_says_what_it_left_out(String raw, String expected) {
        assertEquals(expected, Checked.line(raw, ContactRules.PHONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Fax 0344000001 > V-TEL.words E",
                "262139202020 > V-TEL.format E",
                "DOCTOLIB UNIQUEMENT > V-TEL.words E",
                "accueil@example.fr > V-TEL.email E",
                "8 > V-TEL.format E",
                "344000001 > V-TEL.format E",
                "03440000011 > V-TEL.format E",
                "0044000001 > V-TEL.format E",
                "+34912345678 > V-TEL.format E",
                "4975 > V-TEL.format E",
            })
    void refuses_what_cannot_be_dialled_and_says_why(String raw, String remark) {
        assertEquals(raw + " | " + remark, Checked.line(raw, ContactRules.PHONE));
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "\u00A0"})
    void nothing_is_no_number(String raw) {
        assertEquals("- | ", Checked.line(raw, ContactRules.PHONE));
    }
}
