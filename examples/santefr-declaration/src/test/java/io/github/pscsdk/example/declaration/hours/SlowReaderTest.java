package io.github.pscsdk.example.declaration.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two readers of hours that share no code agree on every spelling of the list and of a generated week. */
class SlowReaderTest {
    @Test
    void two_readers_agree_on_every_spelling_of_the_list() throws Exception {
        var compared = 0;
        for (var line : Spellings.all()) {
            var text = (String) line.get()[0];
            var slow = SlowWeekReader.read(text);
            var painted = WeekHours.read(text).flatMap(OpenMinutes::of);
            if (slow.isPresent() && painted.isPresent()) {
                assertEquals(slow.get(), painted.get(), text);
                compared++;
            }
        }
        assertTrue(compared >= 164, "weeks were compared: " + compared);
    }

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 30).boxed();
    }

    static Stream<Long> moreSeeds() {
        return LongStream.rangeClosed(31, 100).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_week_reads_the_same_in_every_spelling(long seed) {
        assertReadsTheSame(seed);
    }

    @ParameterizedTest
    @MethodSource("moreSeeds")
    @Tag("long")
    void so_does_it_in_more_weeks(long seed) {
        assertReadsTheSame(seed);
    }

    private static void assertReadsTheSame(long seed) {
        var random = new Random(seed);
        var week = new TreeMap<DayOfWeek, List<TimeRange>>();
        var some = List.of(ranges(random), ranges(random));
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                week.put(day, some.get(random.nextInt(2)));
            }
        }
        if (week.isEmpty()) {
            week.put(DayOfWeek.TUESDAY, some.get(0));
        }
        for (var spelling : WeekSpelling.values()) {
            var text = spelling.write(week, random);
            var read = WeekHours.read(text).flatMap(OpenMinutes::of);

            assertEquals(Optional.of(OpenMinutes.of(week)), read, () -> "seed " + seed + ", " + spelling + ": " + text);
            assertEquals(read, SlowWeekReader.read(text), () -> "seed " + seed + ", " + spelling + ": " + text);
        }
    }

    private static List<TimeRange> ranges(Random random) {
        var times = random.ints(1, 24 * 12)
                .map(fives -> 5 * fives)
                .distinct()
                .limit(2 * (1 + random.nextInt(2)))
                .sorted()
                .toArray();
        return IntStream.range(0, times.length / 2)
                .mapToObj(i -> new TimeRange(times[2 * i], times[2 * i + 1]))
                .toList();
    }
}
