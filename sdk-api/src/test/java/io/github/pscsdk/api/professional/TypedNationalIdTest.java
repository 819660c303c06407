package io.github.pscsdk.api.professional;

import static io.github.pscsdk.diagnostic.NationalIdProblem.EMAIL_ADDRESS;
import static io.github.pscsdk.diagnostic.NationalIdProblem.NAME;
import static io.github.pscsdk.diagnostic.NationalIdProblem.ODD_CHARACTER;
import static io.github.pscsdk.diagnostic.NationalIdProblem.PHONE_NUMBER;
import static io.github.pscsdk.diagnostic.NationalIdProblem.RPPS_KEY_WRONG;
import static io.github.pscsdk.diagnostic.NationalIdProblem.SIRET_NUMBER;
import static io.github.pscsdk.diagnostic.NationalIdProblem.TOO_LONG;
import static io.github.pscsdk.diagnostic.NationalIdProblem.TOO_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.NationalIdProblem;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNationalIdTest {

    record Row(String typed, NationalIdProblem problem) {}

    @ParameterizedTest
    @CsvSource({
        "99999000427, 899999000427",
        "99999000773, 899999000773",
        "999999999, 0999999999",
        "2a9999999, 02A9999999",
        "2B9999999, 02B9999999"
    })
    void puts_the_prefix_before_the_number_of_a_person(String typed, String meant) {
        assertEquals(Optional.of(meant), value(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "899999000427", // RPPS
                "0999999999", // ADELI
                "02A9999999", // ADELI of Corsica
                "1999999999/0001", // practice, ADELI based
                "3999999999/0001", // FINESS / internal register
                "30B0999901/0001", // FINESS of the sandbox, with a letter
                "4123456782/emp-1", // SIREN / internal register
                "512345678200010/EMP00001", // SIRET / internal register
                "512345678200010/jean.fictif@cabinet.example", // an internal register of addresses
                "699999000427001/0001", // practice, RPPS based
                "10amandine.fictive@medecin.mssante.example", // MSSanté address
                "ANS20990101120000", // EDIT
                "ans20990101120000" // EDIT, as an API token spells it
            })
    void takes_every_documented_shape_as_it_is(String typed) {
        assertEquals(Optional.of(typed), value(typed));
        assertEquals(Optional.of(typed), value("  " + typed + "\t\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99 999 000 427",
                " 99999000427\n",
                "99999\u00A0000427", // no-break space
                "99999\u202F000427", // narrow no-break space
                "99999\u2009000\u2007427", // thin space, figure space
                "\uFEFF99999000427\u200E", // marks that a page leaves in what is copied
                "99.999.000.427",
                "99999-000-427",
                "99999\u2010000\u2011427", // hyphen, no-break hyphen
                "99999\u2013000\u2212427", // en dash, minus sign
                "8 99999000427",
                "8-99999.000.427"
            })
    void ignores_what_only_separates_digits(String typed) {
        assertEquals(Optional.of("899999000427"), value(typed));
    }

    static Stream<Row> refused() {
        return Stream.of(
                new Row("10a@b", TOO_SHORT),
                new Row("", TOO_SHORT),
                new Row(" \u00A0", TOO_SHORT),
                new Row("9", TOO_SHORT),
                new Row("99999999", TOO_SHORT),
                new Row("9999900042", TOO_SHORT),
                new Row("2A", TOO_SHORT),
                new Row("02A999999", TOO_SHORT),
                new Row("A", TOO_SHORT),
                new Row("ans", TOO_SHORT),
                new Row("ANS2099010112000", TOO_SHORT),
                new Row("512345678200010/", TOO_SHORT),
                new Row("10amandine.fictive@", TOO_SHORT),
                new Row("999990004270", TOO_LONG),
                new Row("099999000427", TOO_LONG),
                new Row("8999990004270", TOO_LONG),
                new Row("2A99999990", TOO_LONG),
                new Row("ANS209901011200000", TOO_LONG),
                new Row("5".repeat(15) + "/" + "E".repeat(113), TOO_LONG),
                new Row("9".repeat(100_000), TOO_LONG),
                new Row("99999OOO427", ODD_CHARACTER),
                new Row("A99999999", ODD_CHARACTER),
                new Row("99A999999", ODD_CHARACTER),
                new Row("٩٩٩٩٩٠٠٠٤٢٧", ODD_CHARACTER),
                new Row("<script>", ODD_CHARACTER),
                new Row("99999000427;", ODD_CHARACTER),
                new Row("99999_000427", ODD_CHARACTER),
                new Row("899999000427/1", ODD_CHARACTER),
                new Row("3123/EMP1", ODD_CHARACTER),
                new Row("512345678200010/É1", ODD_CHARACTER),
                new Row("99999\u0085000427", ODD_CHARACTER),
                new Row("99999000428", RPPS_KEY_WRONG),
                new Row("899999000428", RPPS_KEY_WRONG),
                new Row("+33 6 99 00 00 01", PHONE_NUMBER),
                new Row("+33 (0)6.99.00.00.01", PHONE_NUMBER),
                new Row("+3", PHONE_NUMBER),
                new Row("0033 6 99 00 00 01", PHONE_NUMBER),
                new Row("123 456 782 00010", SIRET_NUMBER),
                new Row("12345678200011", TOO_LONG),
                new Row("amandine.fictive@cabinet.example", EMAIL_ADDRESS),
                new Row("amandine@", EMAIL_ADDRESS),
                new Row("Amandine FICTIVE", NAME),
                new Row("Jean-Noël d’Exemple", NAME),
                new Row("O'Exemple", NAME));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void says_why_it_is_none(Row row) {
        assertEquals(Optional.of(row.problem()), NationalId.problemOf(row.typed()));
        assertThrows(IllegalArgumentException.class, () -> NationalId.ofTyped(row.typed()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456782", "990000017", "0699000001", "06 99 00 00 01"})
    void does_not_guess_where_a_siren_a_finess_or_a_telephone_number_is_shaped_like_an_adeli_number(String typed) {
        assertEquals(Optional.empty(), NationalId.problemOf(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"99999000427", "8 99999 000 427", "0999999999", "02A9999999", "2B9999999", "ANS20990101120000"})
    void finds_nothing_wrong_while_the_right_keys_are_struck_one_by_one(String whole) {
        for (var struck = 0; struck <= whole.length(); struck++) {
            var soFar = whole.substring(0, struck);

            assertTrue(
                    NationalId.problemOf(soFar)
                            .filter(problem -> problem != TOO_SHORT)
                            .isEmpty(),
                    soFar);
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void repeats_nothing_of_what_was_typed(Row row) {
        var refused = assertThrows(IllegalArgumentException.class, () -> NationalId.ofTyped(row.typed()));
        var remedy = NationalId.problemOf(row.typed()).orElseThrow().remedy(Locale.FRENCH);
        var texts = refused + remedy.title() + String.join("", remedy.steps());

        assertTrue(row.typed().strip().length() < 4 || !texts.contains(row.typed()), texts);
    }

    private static Optional<String> value(String typed) {
        return Optional.of(NationalId.ofTyped(typed).value());
    }
}
