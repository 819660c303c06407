package io.github.pscsdk.example.declaration.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of pieces of the grammar and of dirt, from seeds, so that a failure can be repeated. */
class HoursFuzzTest {
    private static final String[] PIECES = {
        "8",
        "12",
        "24",
        "0",
        "9h",
        "12H",
        "08:30",
        "13h45",
        "7h5",
        "-",
        "–",
        "à",
        "/",
        "et",
        ",",
        ";",
        "|",
        "puis",
        " ",
        "\u00A0",
        "\u2003",
        "\u202C",
        "fermé",
        "FERMÉ",
        "fermé au public",
        "ouvert",
        "lundi",
        "mardi :",
        "Dimanche : ",
        "samedi\u00A0:",
        "é",
        "E\u0301",
        "\n",
        "\t",
        "h",
        ":",
        ".",
        "\uD83D\uDE00",
        "\uD83D",
        "\0",
        "sur rdv",
        "99999999999",
        "?",
        "08:30-?",
        "lun",
        "ve.",
        "au",
        "du",
        "de",
        "le"
    };

    @ParameterizedTest
    @ValueSource(longs = {1})
    void reading_a_day_never_fails_and_what_it_wrote_reads_the_same(long seed) {
        assertDaysReadTheSame(seed, 1_000);
    }

    private static void assertDaysReadTheSame(long seed, int days) {
        var random = new Random(seed);
        for (var i = 0; i < days; i++) {
            var text = text(random);

            var hours = DayHours.read(text);

            assertEquals(hours, DayHours.read(hours.canonical()), () -> "seed " + seed + ": " + text);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5})
    void reading_a_week_never_fails_and_what_it_wrote_reads_the_same(long seed) {
        assertWeeksReadTheSame(seed, 1_000);
    }

    private static void assertWeeksReadTheSame(long seed, int weeks) {
        var random = new Random(seed);
        var read = 0;
        for (var i = 0; i < weeks; i++) {
            var text = "lundi : " + text(random) + " | jeudi : " + text(random);

            var week = WeekHours.read(text);

            if (week.isPresent() && !week.get().days().isEmpty()) {
                read++;
                assertEquals(week, WeekHours.read(week.get().canonical()), () -> "seed " + seed + ": " + text);
            }
        }
        assertTrue(read > weeks / 20, "the generator makes too few weeks");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5})
    @Tag("long")
    void so_it_does_thousands_of_times(long seed) {
        assertDaysReadTheSame(seed, 5_000);
        assertWeeksReadTheSame(seed, 5_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {7})
    void every_possible_day_is_read_in_every_spelling(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            var times = RandomTimes.ofOneDay(random);
            var text = new StringBuilder();
            var canonical = new StringBuilder();
            for (var t = 0; t < times.length; t += 2) {
                text.append(t == 0 ? "" : oneOf(random, "/", " et ", ", ", " ; ", "|", " puis "))
                        .append(written(random, times[t]))
                        .append(oneOf(random, "-", " - ", " – ", " à "))
                        .append(written(random, times[t + 1]));
                canonical.append(t == 0 ? "" : " et ").append(new TimeRange(times[t], times[t + 1]).canonical());
            }

            var hours = DayHours.read(text.toString());

            assertTrue(hours instanceof Open, () -> "seed " + seed + ": " + text);
            assertEquals(canonical.toString(), hours.canonical());
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var pieces = random.nextInt(12); pieces > 0; pieces--) {
            text.append(oneOf(random, PIECES));
        }
        return text.toString();
    }

    private static String written(Random random, int minutes) {
        var hour = random.nextBoolean() ? String.valueOf(minutes / 60) : String.format("%02d", minutes / 60);
        var minute = minutes % 60 == 0 && random.nextBoolean() ? "" : String.format("%02d", minutes % 60);
        return hour + oneOf(random, "h", "H", ":") + minute;
    }

    private static String oneOf(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
