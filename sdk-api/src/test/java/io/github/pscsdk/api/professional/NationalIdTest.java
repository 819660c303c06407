package io.github.pscsdk.api.professional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "899999000427", // RPPS
                "0999999999", // ADELI
                "02A9999999", // ADELI of Corsica
                "1999999999/0001", // practice, ADELI based
                "3999999999/0001", // FINESS / internal register
                "30B0999901/0001", // FINESS of the sandbox, with a letter
                "4123456782/EMP1", // SIREN / internal register
                "512345678200010/EMP00001", // SIRET / internal register
                "699999000427001/0001", // practice, RPPS based
                "10amandine.fictive@medecin.mssante.example", // MSSanté address
                "ANS20990101120000", // EDIT
                "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10", // of Pro Santé Identité, perhaps
                "urn:uuid:6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10"
            })
    void accepts_every_documented_shape(String value) {
        assertEquals(value, new NationalId(value).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "89999", "8 99999000427", "899999000427\n", "<script>", "899999000427;DROP"})
    void refuses_what_cannot_be_one_without_repeating_it(String value) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new NationalId(value));

        assertEquals("not a national identifier", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999000427", "99999000773", "99999001086", " 99 999 000 427", "99999\u00A0000427"})
    void puts_an_8_before_an_rpps_number(String rpps) {
        var id = NationalId.ofRpps(rpps);

        assertTrue(id.value().matches("8\\d{11}"));
    }

    @Test
    void refuses_an_rpps_number_with_a_wrong_key_without_repeating_it() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> NationalId.ofRpps("99999000428"));

        assertEquals("the key of the RPPS number is wrong", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999900042", "899999000427", "9999900042A", ""})
    void refuses_an_rpps_number_that_has_not_eleven_digits(String rpps) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> NationalId.ofRpps(rpps));

        assertEquals("an RPPS number has 11 digits", refusal.getMessage());
    }

    @Test
    void puts_a_0_before_an_adeli_number() {
        assertEquals("0999999999", NationalId.ofAdeli("99 999 9999").value());
        assertEquals("02A9999999", NationalId.ofAdeli("2a9999999").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999", "9999999999", "A99999999", "99A999999", ""})
    void refuses_an_adeli_number_of_another_shape(String adeli) {
        assertThrows(IllegalArgumentException.class, () -> NationalId.ofAdeli(adeli));
    }

    @ParameterizedTest
    @CsvSource({
        "899999000427, RPPS",
        "02A9999999, ADELI",
        "512345678200010/EMP00001, STRUCTURE",
        "ans20990101120000, EDIT",
        "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10, PSI",
        "89999900042, UNKNOWN",
        "10amandine.fictive@medecin.mssante.example, UNKNOWN"
    })
    void tells_the_register_that_its_shape_names(String value, NationalId.Kind kind) {
        assertEquals(kind, new NationalId(value).kind());
    }

    @ParameterizedTest
    @CsvSource({
        "ans20221012094812, true",
        "899700075122, true",
        "899999000427, false",
        "8997000751, false",
        "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10, false"
    })
    void tells_what_looks_like_a_test_identity(String value, boolean isTest) {
        assertEquals(isTest, new NationalId(value).isTestIdentity());
    }

    @Test
    void has_one_spelling_to_keep_data_under() {
        assertEquals(new NationalId("02A9999999"), new NationalId("02a9999999").canonical());
    }

    @Test
    void names_the_same_person_in_either_case() {
        var upper = new NationalId("ANS20990101120000");

        assertTrue(upper.matches(new NationalId("ans20990101120000")));
        assertFalse(upper.matches(new NationalId("ANS20990101120001")));
    }

    @Test
    void prints_three_characters_only() {
        assertEquals("NationalId[…427]", NationalId.ofRpps("99999000427").toString());
    }
}
