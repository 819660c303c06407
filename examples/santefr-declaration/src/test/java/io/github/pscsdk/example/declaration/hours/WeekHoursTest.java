package io.github.pscsdk.example.declaration.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.hours.DayHours.Unread;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
                "Lundi : 08h00-12h00 | Mardi : 09h00-12h00", week.orElseThrow().canonical());
    }

    @Test
    void writes_from_Monday_to_Sunday_whatever_the_order_it_read() {
        var week = WeekHours.read("dimanche : 9h-10h | lundi : 8h-9h");

        assertEquals(
                "Lundi : 08h00-09h00 | Dimanche : 09h00-10h00",
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
                canonical.replace(";", " | "),
                WeekHours.read(text).orElseThrow().canonical());
    }

    /** The days by their numbers from 1 for Monday, then what is beside them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "du lundi au vendredi 9h-12h > 12345",
                "9h-12h du lundi au vendredi > 12345",
                "de 9h à 12h le lundi > 1",
                "tous les jours 9h-12h > 1234567",
                "Tous les jours, y compris dimanche, de 9h à 12h > 1234567",
                "Ouvert 7 jours sur 7 de 9h à 12h > 1234567",
                "9h-12h 7j/7 > 1234567",
                "Tous les jours (sauf le dimanche) 9h-12h > 123456",
                "Tous les jours sauf samedi et dimanche : 9h-12h > 12345",
                "tous les jours 9h-12h sauf le dimanche > 123456",
                "tous les jours 9h-12h, fermé le dimanche > 123456",
                "du lundi au vendredi (hors mercredi) 9h-12h > 1245",
                "du lundi au vendredi 9h-12h sauf mercredi > 1245",
                "fermé lundi, ouvert mardi 9h-12h > 2",
                "lundi mardi 9h-12h > 12",
                "lundi mardi jeudi 9h-12h > 124",
                "lundi & mercredi 9h-12h > 13",
                "lundi-mercredi-vendredi de 9h à 12h > 135",
                "lundi/mardi 9h-12h > 12",
                "lundi au mercredi et vendredi 9h-12h > 1235",
                "L-V 9h-12h > 12345",
                "L à V : 9h-12h > 12345",
                "LMMJV 9h-12h > 12345",
                "LMMJV 9h-12h | S 9h-12h > 123456",
                "we 9h-12h > 67",
                "week-end : 9h-12h > 67",
                "chaque samedi 9h-12h > 6",
                "le matin du lundi au vendredi 9h-12h > 12345",
                "Lundi : 9h-12h Samedi : Dimanche : fermé > 1",
                "9h-10h | 10h-12h > ",
                "Sans RDV lundi au vendredi 9h-12h et samedi 9h-12h > 123456 Sans RDV",
                "À partir du 12/11/2020 : 9h-12h du lundi au vendredi > 12345 À partir du 12/11/2020",
                "lundi 9h-12h dimanche : fermé Sur rendez-vous > 1 Sur rendez-vous",
                "lundi 9h-12h dimanche 9h-12h. Sur rendez-vous > 17 Sur rendez-vous",
                "du lundi au samedi, jours fériés compris, 9h-12h > 123456 jours fériés compris : 09h00-12h00",
                "lundi hors jours fériés 9h-12h > 1 hors jours fériés",
                "lundi 9h-12h | fermé dimanche et jours fériés > 1 jours fériés : fermé",
            })
    void days_are_named_in_many_ways(String text, String expected) {
        var read = WeekHours.read(text);

        var shown = read.map(week -> week.days().keySet().stream()
                .map(day -> String.valueOf(day.getValue()))
                .collect(Collectors.joining(
                        "", "", week.rest().map(rest -> " " + rest).orElse(""))));
        assertEquals(Optional.ofNullable(expected), shown);
        read.ifPresent(week -> {
            assertEquals(
                    Set.of("09h00-12h00"),
                    week.days().values().stream().map(DayHours::canonical).collect(Collectors.toSet()));
            assertEquals(read, WeekHours.read(week.canonical()));
        });
    }

    @Test
    void hours_of_their_own_count_before_those_of_every_day() {
        var week = WeekHours.read("Tous les jours 10h-16h sauf samedi 10h-12h dimanche : fermé");

        assertEquals(6, week.orElseThrow().days().size());
        assertEquals("10h00-12h00", week.get().days().get(DayOfWeek.SATURDAY).canonical());
    }

    @Test
    void a_day_with_words_alone_keeps_them_beside_days_with_hours() {
        var week = WeekHours.read("du lundi au vendredi de 11h à 12h samedi matin sur appel");

        assertEquals(
                new Unread("matin sur appel", Optional.empty()),
                week.orElseThrow().days().get(DayOfWeek.SATURDAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Lu Ve 11h-13h samedi 11h-12h > 6",
                "leuve 11h-13h > ",
                "lundi au vendredi 10h12h > 5",
                "9h-12h en semaine > 5",
                "le matin > ",
            })
    void a_week_that_is_guessed_is_a_suggestion(String text, Integer days) {
        assertEquals(Optional.empty(), WeekHours.read(text));
        assertEquals(
                Optional.ofNullable(days),
                WeekHours.suggestion(text).map(week -> week.days().size()));
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
                "Lu Ve 11h-13h",
                "M-V 9h-12h",
                "tous les jours ouvrables 9h-12h",
                "lundi au mercredi - vendredi 9h-12h",
                "9h-12h lundi 14h-18h",
                "9h-12h",
                "du lundi au vendredi de 9h à 12h et le samedi",
                "lundi matin : 9h-12h, lundi après-midi : 14h-18h",
                "lundi 12/10 9h-12h",
                "mercredi 24 décembre 9h-12h",
                "lundi 9h-12h jusqu'au 15/09",
                "sauf lundi 9h-12h",
                "pas le lundi 9h-12h",
                "Fermé : | lundi 9h-12h",
                "fermé le lundi",
                "dimanche : fermé",
                "lundi 9h-12h, vacances scolaires 9h-17h",
                "lundi : 9h-12h (mardi 14h-18h)",
                "Enfants : du lundi au vendredi 9h-12h | samedi 9h-10h",
                "un samedi sur deux 9h-12h",
                "le 1er samedi du mois 9h-12h",
                "semaines paires : lundi 9h-12h",
                "Semaines paires | lundi 9h-12h | semaines impaires | mardi 9h-12h",
                "lundi 9h-12h (semaines paires)",
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
