package io.github.pscsdk.example.practiceweb.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationTextTest {
    @Test
    void every_field_of_the_form_has_its_place_in_a_declaration() {
        var values = new EnumMap<Field, List<String>>(Field.class);
        for (var field : Field.values()) {
            values.put(field, List.of("value of " + field.tag()));
        }
        values.remove(Field.HOURS);
        var hours = Map.of(DayOfWeek.MONDAY, "8h-12h", DayOfWeek.SUNDAY, "9h-10h");

        var declaration = DeclarationText.of(new FormEntries(values), hours);

        assertEquals(new FormEntries(values), DeclarationText.entries(declaration));
        assertEquals(hours, DeclarationText.hours(declaration));
        assertEquals(Optional.empty(), declaration.professional().nationalId());
    }

    @Test
    void a_list_is_cut_at_its_commas_and_has_twenty_elements_at_most() {
        var entries = new FormEntries(Map.of(Field.VACCINES, List.of("Comirnaty, ,Nuvaxovid" + ",x".repeat(100))));

        var declaration = DeclarationText.of(entries, Map.of());

        var products = declaration.offers().get(0).products();
        assertEquals(List.of("Comirnaty", "Nuvaxovid", "x"), products.subList(0, 3));
        assertEquals(20, products.size());
    }

    @ParameterizedTest
    @CsvSource({
        "offers[0].phone, PHONE",
        "offers[0].tests[1], TESTS",
        "offers[0].hours.monday, HOURS",
        "place.postcode, POSTCODE",
        "place.latitude,",
        "offers[0].secondPhone,",
        "professional,",
    })
    void a_finding_leads_to_the_field_that_can_correct_it(String finding, Field field) {
        assertEquals(Optional.ofNullable(field), Field.of(finding));
    }

    @Test
    void a_finding_on_one_day_knows_the_day() {
        assertEquals(Optional.of(DayOfWeek.FRIDAY), DeclarationText.day("offers[0].hours.friday"));
        assertEquals(Optional.empty(), DeclarationText.day("offers[0].phone"));
    }
}
