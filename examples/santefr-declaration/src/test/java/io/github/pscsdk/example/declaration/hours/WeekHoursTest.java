package io.github.pscsdk.example.declaration.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.hours.DayHours.Unread;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekHoursTest {
    @Test
    void reads_a_week_in_one_cell_and_leaves_closed_days_out() {
        var week = WeekHours.read("lundi : 8h00-12h00 et 14h00-19h00 | mardi : | Samedi fermé | dimanche : fermé");

        assertEquals("Lundi : 08h00-12h00 et 14h00-19h00", week.orElseThrow().canonical());
    }

    @Test
    void does_without_the_bars() {
        var week = WeekHours.read("lundi : 8h-12h mardi:9h-12h");

        assertEquals(
                "Lundi : 08h00-12h00\nMardi : 09h00-12h00", week.orElseThrow().canonical());
    }

    @Test
    void writes_from_Monday_to_Sunday_whatever_the_order_it_read() {
        var week = WeekHours.read("dimanche : 9h-10h | lundi : 8h-9h");

        assertEquals(
                "Lundi : 08h00-09h00\nDimanche : 09h00-10h00",
                week.orElseThrow().canonical());
    }

    @Test
    void keeps_a_day_that_it_cannot_read_beside_those_that_it_can() {
        var week = WeekHours.read("lundi : 8h-12h | samedi : sur rdv |");

        assertEquals(
                new Unread("sur rdv", Optional.empty()),
                week.orElseThrow().days().get(DayOfWeek.SATURDAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "mardi : 9h-12h | mercredi 9h00-13h00 > Mardi : 09h00-12h00;Mercredi : 09h00-13h00",
                "lundi au mercredi : 8h-12h > Lundi : 08h00-12h00;Mardi : 08h00-12h00;Mercredi : 08h00-12h00",
                "du jeudi à vendredi de 8h à 12h. > Jeudi : 08h00-12h00;Vendredi : 08h00-12h00",
                "Jeu-Ven 8h-12h > Jeudi : 08h00-12h00;Vendredi : 08h00-12h00",
                "Lu au Ma 13:00 - 14:30 > Lundi : 13h00-14h30;Mardi : 13h00-14h30",
                "lun. : 8h-9h, mar. : 9h-10h > Lundi : 08h00-09h00;Mardi : 09h00-10h00",
                "les lundis, mercredis et vendredis de 14h à 16h > Lundi : 14h00-16h00;Mercredi : 14h00-16h00;Vendredi : 14h00-16h00",
                "lundi : 8h-12h | samedi et dimanche : fermé > Lundi : 08h00-12h00",
                "jeudi 9h-16h et le samedi de 9h à 12h > Jeudi : 09h00-16h00;Samedi : 09h00-12h00",
                "lundi à mardi : 9h-12h - samedi : 9h à 11h30 > Lundi : 09h00-12h00;Mardi : 09h00-12h00;Samedi : 09h00-11h30",
                "lundi : 8h-12h | 14h-18h | mardi | 9h-10h > Lundi : 08h00-12h00 et 14h00-18h00;Mardi : 09h00-10h00",
                "samedi : 9h-12h (sauf le samedi 14) > Samedi : 9h-12h (sauf le samedi 14)",
            })
    void cuts_at_the_names_of_days_however_they_are_written(String text, String canonical) {
        assertEquals(
                canonical.replace(';', '\n'), WeekHours.read(text).orElseThrow().canonical());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "lundi : 8h-12h | dimanche : fermé | RDV > RDV",
                "Sans RDV | lundi : 8h-12h > Sans RDV",
                "lundi : 8h-12h | dimanche : fermé | | Ouverture le Mercredi 11/11 > Ouverture le Mercredi 11/11",
                "lundi : 8h-12h | samedi 21/11 de 9h à 12h > samedi 21/11 de 9h à 12h",
                "lundi : 8h-12h | dimanche et jour férié : sur appel > dimanche et jour férié : sur appel",
                "lundi : 8h-12h | le samedi sur appel | par la cour > le samedi sur appel | par la cour",
            })
    void a_remark_on_the_week_is_no_days(String text, String rest) {
        var week = WeekHours.read(text).orElseThrow();

        assertEquals(Set.of(DayOfWeek.MONDAY), week.days().keySet());
        assertEquals("08h00-12h00", week.days().get(DayOfWeek.MONDAY).canonical());
        assertEquals(Optional.of(rest), week.rest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sur rendez-vous",
                "lundi : 8h-12h | lundi : 14h-18h",
                "lundi au vendredi : 8h-12h | samedi et vendredi : 9h-10h",
                "vendredi au lundi : 8h-12h",
                "lundi :au mercredi : 11h30 16h00",
                "lundi : | sans rendez-vous | mardi : 8h-12h",
                "14h-18h | lundi : 8h-12h",
                "lundi : 8h-12h | sans rendez-vous | 14h-18h",
                "Sur appel | dimanche : fermé",
                "lundi-mercredi-vendredi de 13h à 15h",
                "mardi",
            })
    void is_no_week_where_it_is_not_certain_what_belongs_to_which_day(String text) {
        assertEquals(Optional.empty(), WeekHours.read(text));
    }

    @Test
    void an_empty_text_is_a_week_without_an_open_day() {
        var week = WeekHours.read(" | ");

        assertEquals(Optional.of(new WeekHours(Map.of(), Optional.empty())), week);
        assertEquals("", week.orElseThrow().canonical());
    }
}
