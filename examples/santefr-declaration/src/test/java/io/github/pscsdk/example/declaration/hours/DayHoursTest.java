package io.github.pscsdk.example.declaration.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import io.github.pscsdk.example.declaration.hours.DayHours.Impossible;
import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import io.github.pscsdk.example.declaration.hours.DayHours.Reason;
import io.github.pscsdk.example.declaration.hours.DayHours.Unread;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayHoursTest {
    @ParameterizedTest
    @ValueSource(strings = {"fermé", "Fermé", "FERMÉ", "fermé au public", "Fermé au public", "", "  ", "\u00A0fermé "})
    void closed_is_written_in_three_ways(String text) {
        assertInstanceOf(Closed.class, DayHours.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "08:00-12:00/14:00-18:00 > 08h00-12h00 et 14h00-18h00",
                "10:00-13:00/14:00-18:00 > 10h00-13h00 et 14h00-18h00",
                "08h30-12h30 et 14h00-19h00 > 08h30-12h30 et 14h00-19h00",
                "9h-12h > 09h00-12h00",
                "9H - 22H > 09h00-22h00",
                "8h30 – 11h30/13h30 – 18h > 08h30-11h30 et 13h30-18h00",
                "08h à 13h puis 14h à 18h > 08h00-13h00 et 14h00-18h00",
                "9h-12h, 14h-17h > 09h00-12h00 et 14h00-17h00",
                "09h00-12h35 ; 13h00-17h00 > 09h00-12h35 et 13h00-17h00",
                "9h-12h|14h-17h > 09h00-12h00 et 14h00-17h00",
                "9h-12h ET 14h-17h > 09h00-12h00 et 14h00-17h00",
                "9h00\u00A0-\u00A017h00 > 09h00-17h00",
                "08:30-12:30/13:30-17:30/18:00-21:00 > 08h30-12h30 et 13h30-17h30 et 18h00-21h00",
                "9h-12h/12h-14h > 09h00-12h00 et 12h00-14h00",
                "00:00-24:00 > 00h00-24h00",
                "22h-24h00 > 22h00-24h00",
            })
    void ranges_come_out_in_the_spelling_of_Sante_fr(String text, String canonical) {
        var hours = DayHours.read(text);

        assertInstanceOf(Open.class, hours);
        assertEquals(canonical, hours.canonical());
        assertEquals(hours, DayHours.read(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ouvert",
                "à préciser",
                "Non précisé",
                "selon planning",
                "FERME",
                "Fermé le lundi",
                "9h",
                "9-12h",
                "12-16",
                "8h 18h",
                "8h-12h 13h-17h",
                "9:00/18:00",
                "8h30 à 12h30 - 13h30 à 17h30",
                "8h30 à 12h30  / 114h à 18h",
                "09:30-12:30/13:390-17:00",
                "9heures-18heures",
                "9 h 00 - 17 h 00",
                "de 9h00 à 19h00",
                "9h-12h/",
                "9h-12h et",
                "/9h-12h",
                "9h-12h sur rendez-vous",
                "9h5-12h",
                "٩h-١٢h"
            })
    void anything_else_is_kept_as_text(String text) {
        assertEquals(new Unread(text), DayHours.read(" " + text + "\u00A0"));
    }

    @ParameterizedTest
    @CsvSource({
        "9h-25h, NO_SUCH_TIME",
        "9h60-12h, NO_SUCH_TIME",
        "24h00-24h00, NO_SUCH_TIME",
        "9h-24h01, NO_SUCH_TIME",
        "9h-3h/13h30-17h30, ENDS_BEFORE_START",
        "9h-9h, ENDS_BEFORE_START",
        "9h-12h/11h59-14h, OUT_OF_ORDER",
        "14h-18h/8h-12h, OUT_OF_ORDER",
        "8h-9h/10h-11h/12h-13h/14h-15h, TOO_MANY_RANGES",
        "08:30-?, HALF_A_RANGE",
        "8h-12h et ?-18h sur rendez-vous, HALF_A_RANGE"
    })
    void hours_that_cannot_be_are_told_from_those_that_cannot_be_read(String text, Reason reason) {
        assertEquals(new Impossible(text, reason), DayHours.read(text));
    }
}
