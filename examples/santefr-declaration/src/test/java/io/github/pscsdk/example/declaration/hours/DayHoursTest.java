package io.github.pscsdk.example.declaration.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import io.github.pscsdk.example.declaration.hours.DayHours.Impossible;
import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import io.github.pscsdk.example.declaration.hours.DayHours.Reason;
import io.github.pscsdk.example.declaration.hours.DayHours.Unread;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayHoursTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fermé",
                "Fermé",
                "FERMÉ",
                "fermé au public",
                "Fermé au public",
                "FERME",
                "",
                "  ",
                "\u00A0fermé "
            })
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
                "14h-minuit > 14h00-24h00",
                "9h-midi > 09h00-12h00",
                "18h-0h > 18h00-24h00",
                "24h/24 > 00h00-24h00",
                "de 9h à 12h > 09h00-12h00",
                "de 9h à 12h et de 14h à 18h. > 09h00-12h00 et 14h00-18h00",
                "9h jusqu'à 12h > 09h00-12h00",
                "9 h - 12 h > 09h00-12h00",
                "9 h 00 - 17 h 00 > 09h00-17h00",
                "9heures -18heures > 09h00-18h00",
                "9.30-12.30 > 09h30-12h30",
                "10: 00-16: 00 > 10h00-16h00",
                "9-12h > 09h00-12h00",
                "9-12h30 13h30-17h > 09h00-12h30 et 13h30-17h00",
                "12-16 > 12h00-16h00",
                "8h 18h > 08h00-18h00",
                "9h/12h > 09h00-12h00",
                "9:00/18:00 > 09h00-18h00",
                "8h-12h 13h-17h > 08h00-12h00 et 13h00-17h00",
                "9h à 13h 15h à 19h > 09h00-13h00 et 15h00-19h00",
                "9:00-13:00-14:00-18:00 > 09h00-13h00 et 14h00-18h00",
                "8h30 à 12h30 - 13h30 à 17h30 > 08h30-12h30 et 13h30-17h30",
                "9h-12h & 14h-18h > 09h00-12h00 et 14h00-18h00",
                "matin : 9h-12h après-midi : 14h-18h > 09h00-12h00 et 14h00-18h00",
                "9h-12h/ > 09h00-12h00",
                "8h 20h sur rendez-vous > 08h00-20h00 sur rendez-vous",
                "sur rdv de 09:00-12:00/14:00-18:00 > 09h00-12h00 et 14h00-18h00 sur rdv",
                "14h- 18h possibilité sans RV > 14h00-18h00 possibilité sans RV",
                "9h-12h si urgence > 09h00-12h00 si urgence",
                "14.08-17.30 > 14h08-17h30",
                "9h-12h (sauf jours fériés) > 09h00-12h00 (sauf jours fériés)",
                "09:00-12:00/14:00-17:00/sans rdv 14-16h > 09h00-12h00 et 14h00-17h00 sans rdv 14-16h",
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
                "Fermé le lundi",
                "fermé de 12h à 14h",
                "9h-18h fermé de 12h à 14h",
                "9h",
                "9h et 14h",
                "le 10-12 de 9h à 12h",
                "9h-12h semaines paires",
                "9h-12h (un mardi sur deux)",
                "après-midi : 2h-6h",
                "14.08-17.08 en août",
                "9h-12h sur rdv au 03 99 00 12 34",
                "9h-12h sauf (11h",
                "9h-12h 14h",
                "20h 2h",
                "8h 18h sur rendez-vous/ 18h 20h sans rendez-vous",
                "8h-12h sur rendez-vous 14h-18h",
                "8h-18h, tél. 03 99 00 12 34",
                "9h-12h et",
                "/9h-12h",
                "9h5-12h",
                "٩h-١٢h"
            })
    void anything_else_is_kept_as_text(String text) {
        assertEquals(new Unread(text, Optional.empty()), DayHours.read(" " + text + "\u00A0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "8h30 à 12h30  / 114h à 18h > 08h30-12h30 et 14h00-18h00",
                "f9h-13h/14h-17h > 09h00-13h00 et 14h00-17h00",
                "09:00-12:25/14:17:45 > 09h00-12h25 et 14h00-17h45",
                "08:00-13-00/14:00-18:00 > 08h00-13h00 et 14h00-18h00",
                "9h00-13h00/13h30-1900 > 09h00-13h00 et 13h30-19h00",
                "9hOO-12h3O > 09h00-12h30",
                "08:00-13-00/14:00-18:0 > 08h00-13h00 et 14h00-18h00",
                "14:18:00 > 14h00-18h00",
                "10h-12h 14h18h > 10h00-12h00 et 14h00-18h00",
                "9h, 12h, 14h, 18h > 09h00-12h00 et 14h00-18h00",
                "9h/12h-14h/18h > 09h00-12h00 et 14h00-18h00",
                "10-12 > 10h00-12h00",
                "09:30-12:30/13:390-17:00 > ",
                "ouvert > "
            })
    void a_guess_is_kept_as_text_with_a_suggestion(String text, String suggestion) {
        var unread = (Unread) DayHours.read(text);

        assertEquals(text, unread.canonical());
        assertEquals(Optional.ofNullable(suggestion), unread.suggestion().map(Open::canonical));
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
        "8h-9h/10h-11h/12h-13h/14h-15h, TOO_MANY_RANGES"
    })
    void hours_that_cannot_be_are_told_from_those_that_cannot_be_read(String text, Reason reason) {
        assertEquals(new Impossible(text, reason), DayHours.read(text));
    }
}
