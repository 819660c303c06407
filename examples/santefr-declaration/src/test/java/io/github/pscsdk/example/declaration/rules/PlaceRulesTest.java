package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** V-INSEE, V-CP and V-GEO. */
class PlaceRulesTest {
    @ParameterizedTest
    @CsvSource({
        "21540, '', '', ''",
        "2A004, '', '', ''",
        "2B033, '', '', ''",
        "97411, '', '', ''",
        "99138, '', '', ''",
        "99ETH, centres-vaccination, 990099064, ''",
        "99ETH, centres-vaccination, 33, V-INSEE.foreign E",
        "99ETH, '', '', V-INSEE.foreign E",
        "99XXX, centres-vaccination, 990099064, V-INSEE.format E",
        "2C004, '', '', V-INSEE.format E",
        "2a004, '', '', V-INSEE.format E",
        "2154, '', '', V-INSEE.format E"
    })
    void a_country_stands_for_a_commune_on_the_foreign_dummies_only(
            String code, String system, String id, String remarks) {
        var findings = new Findings();

        PlaceRules.insee(Optional.of(system), Optional.of(id)).check(Optional.of(code), Checked.FIELD, findings);

        assertEquals(remarks, Checked.remarks(findings));
    }

    @ParameterizedTest
    @CsvSource({
        "21850, 21540, ''",
        "'21850 ', 21540, ''",
        "21850, '', ''",
        "09200, 11033, V-CP.department W",
        "97150, 97801, V-CP.department W",
        "97410, 97416, ''",
        "20000, 2A004, ''",
        "20200, 2B033, ''",
        "99064, 99ETH, ''",
        "'', 21540, V-CP.missing E",
        "2185, 21540, V-CP.format E",
        "F-21850, 21540, V-CP.stored N",
        "21 850, 21540, V-CP.stored N",
        "2A000, 2A004, V-CP.stored N",
        "2C000, 2A004, V-CP.format E"
    })
    void a_postcode_of_another_department_only_warns(String postcode, String insee, String remarks) {
        var findings = new Findings();

        PlaceRules.postcode(Optional.of(insee)).check(Optional.of(postcode), Checked.FIELD, findings);

        assertEquals(remarks, Checked.remarks(findings));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Ville-Test > Ville-Test |",
                "Marcq-en-Barœul > Marcq-en-Barœul |",
                "TOULOUSE CEDEX 9 > TOULOUSE CEDEX 9 |",
                "Paris 12e > Paris 12e |",
                "L'Haÿ-les-Roses > L'Haÿ-les-Roses |",
                ", Marcq-en-Barœul > Marcq-en-Barœul | V-TXT.stored W",
                "Ville-Test, - > Ville-Test | V-TXT.stored W",
                "Ville-Test (21850) > Ville-Test | V-TXT.stored W",
                ") > - | V-TXT.stored W, V-TXT.missing W",
                "Ville-Test BP 12345 > Ville-Test BP 12345 | V-TXT.town W",
                "Ville-Test Parking Niveau -1 > Ville-Test Parking Niveau -1 | V-TXT.town W",
                "Ville-Test (lieu-dit) > Ville-Test (lieu-dit) | V-TXT.town W",
            })
    void a_town_is_a_town_alone_or_it_is_told(String town, String expected) {
        var line = Checked.line(town, PlaceRules.town(Optional.of("21850")));

        assertEquals(expected, line.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "47.3325, 5.08103, 21540, 21850, ''",
        "-21.3414, 55.4661, 97416, 97410, ''",
        "-12.7772, 45.2312, '', 97600, ''",
        "18.07, -63.08, '', 97150, ''",
        "16.268, -61.586, '', 97150, V-GEO.outside W",
        "4.93756, -52.3349, 97302, 97300, ''",
        "6.93, 43.64, 06069, 06130, V-GEO.swapped W",
        "43.64, -73.9, 06069, 06130, V-GEO.outside W",
        "0, 0, 99ETH, 99064, V-GEO.none W",
        "0.0, -0.00, 21540, 21850, V-GEO.none W",
        "9.03, 38.74, 99ETH, 99064, ''",
        "47.3325, '', 21540, 21850, V-GEO.half E",
        "'', 5.08103, 21540, 21850, V-GEO.half E",
        "-2.09541e-05, 0, 21540, 21850, V-GEO.none W",
        "-2.09541e-05, 4.1E-6, '', '', V-GEO.none W",
        "4.73325e1, 5.08103, 21540, 21850, V-GEO.stored N",
        "'47,3325', '5,08103', 21540, 21850, V-GEO.stored N",
        "-2.09541e-05, 48.85, 21540, 21850, 'V-GEO.swapped W, V-GEO.stored N'",
        "47.33.25, 5.08103, 21540, 21850, V-GEO.number E",
        "NaN, 5.08103, 21540, 21850, V-GEO.number E",
        "473325, 5.08103, 21540, 21850, V-GEO.number E",
        "91, 5, 21540, 21850, V-GEO.range E",
        "47, -181, 21540, 21850, V-GEO.range E",
        "'', '', 21540, 21850, ''"
    })
    void a_position_lies_in_the_box_of_its_territory(
            String latitude, String longitude, String insee, String postcode, String remarks) {
        var sample = SampleDeclaration.flawless()
                .withText("/place/latitude", latitude)
                .withText("/place/longitude", longitude)
                .withText("/place/inseeCode", insee)
                .withText("/place/postcode", postcode);

        var line = Checked.line(sample, "place.latitude");

        assertEquals(remarks, line.substring(line.indexOf('|') + 2));
    }
}
