package io.github.pscsdk.testkit.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.persona.internal.json.Behaviour;
import io.github.pscsdk.testkit.persona.internal.json.PersonaFile;
import io.github.pscsdk.testkit.persona.internal.json.UserInfoVariant;
import io.github.pscsdk.testkit.persona.model.Persona;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonasTest {
    @Test
    void are_all_invented_and_say_so() {
        for (var persona : Personas.all()) {
            assertTrue(persona.familyName().startsWith("FICTI"), persona.familyName());
            assertFalse(persona.givenNames().isEmpty());
            assertFalse(persona.summary(Locale.ENGLISH).isBlank());
            assertFalse(persona.summary(Locale.FRENCH).isBlank());
            assertNotEquals(persona.summary(Locale.ENGLISH), persona.summary(Locale.FRENCH));
            // French typography: no plain space before these.
            assertFalse(persona.summary(Locale.FRENCH).matches(".* [:;!?].*"), persona.summary(Locale.FRENCH));
        }
    }

    @Test
    void have_identifiers_that_a_person_could_type() {
        for (var persona : Personas.all()) {
            var id = persona.nationalId().value();
            if (id.startsWith("8")) {
                assertEquals(persona.nationalId(), NationalId.ofRpps(id.substring(1)), "a valid key");
                assertTrue(id.startsWith("8999991"), "out of the range of real numbers");
            }
        }
    }

    /** As the form has it (V-FINESS, V-SIREN): a Luhn key. Numbers of real establishments begin with that of a département, never with 00. */
    @Test
    void work_at_places_whose_numbers_have_a_right_key_and_are_of_no_real_establishment() {
        var finess = numbers("numeroFiness\\w+");
        var companies = numbers("numeroSire[nt]Site");

        assertTrue(finess.size() > 10, finess::toString);
        for (var number : finess) {
            assertTrue(number.matches("00\\d{7}"), number);
            assertTrue(hasKey(number), number);
        }
        assertFalse(companies.isEmpty());
        for (var number : companies) {
            assertTrue(number.matches("123456782(\\d{5})?"), number);
            assertTrue(hasKey(number), number);
        }
    }

    /** What the documents of all personas, in each of their layouts, tell in members of that name. */
    private static Set<String> numbers(String member) {
        var layouts = Stream.concat(
                        Stream.of(Optional.<UserInfoVariant>empty()),
                        Arrays.stream(UserInfoVariant.values()).map(Optional::of))
                .toList();
        var told = Pattern.compile("\"" + member + "\":\"([^\"]+)\"");
        return PersonaFile.entries().stream()
                .flatMap(persona -> layouts.stream()
                        .map(layout -> persona.userInfo("sub", "CARD", layout).text()))
                .flatMap(document -> told.matcher(document).results())
                .map(number -> number.group(1))
                .collect(Collectors.toSet());
    }

    private static boolean hasKey(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var weighed = (number.charAt(number.length() - 1 - i) - '0') * (1 + i % 2);
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }

    @Test
    void are_different_persons_and_show_every_behaviour() {
        var all = Personas.all();

        assertEquals(40, all.size());
        assertEquals(40, all.stream().map(Persona::nationalId).distinct().count());
        assertEquals(40, all.stream().map(Persona::familyName).distinct().count());
        assertEquals(
                Arrays.stream(Behaviour.values()).map(Behaviour::name).collect(Collectors.toSet()),
                all.stream().map(Persona::behaviour).collect(Collectors.toSet()));
    }

    @Test
    void are_found_by_their_exact_identifier() {
        assertEquals(Optional.of("APPROVES"), Personas.of(Personas.PHARMACIST).map(Persona::behaviour));
        assertEquals(Optional.empty(), Personas.of(new NationalId("ans20990101120000")));
    }

    @Test
    void print_neither_name_nor_identifier() {
        var printed = Personas.all().toString();

        for (var persona : Personas.all()) {
            assertFalse(printed.contains(persona.familyName()), () -> printed);
            assertFalse(printed.contains(persona.nationalId().value()), () -> printed);
        }
    }
}
