package io.github.pscsdk.testkit.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.NationalId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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

    @Test
    void are_different_persons_and_show_every_behaviour() {
        var all = Personas.all();

        assertEquals(40, all.size());
        assertEquals(40, all.stream().map(Persona::nationalId).distinct().count());
        assertEquals(40, all.stream().map(Persona::familyName).distinct().count());
        assertEquals(
                new HashSet<>(Arrays.asList(Behaviour.values())),
                all.stream().map(Persona::behaviour).collect(Collectors.toSet()));
    }

    @Test
    void are_found_by_their_exact_identifier() {
        assertEquals(
                Optional.of(Behaviour.APPROVES),
                Personas.of(Personas.PHARMACIST).map(Persona::behaviour));
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
