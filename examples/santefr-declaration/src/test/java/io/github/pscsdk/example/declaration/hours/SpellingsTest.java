package io.github.pscsdk.example.declaration.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each text of {@code spellings.txt} reads as the week beside it, which was judged by eye. */
class SpellingsTest {
    @ParameterizedTest
    @MethodSource("io.github.pscsdk.example.declaration.hours.Spellings#all")
    void a_text_is_the_week_that_it_says_or_stays_text(String text, String expected) {
        var week = WeekHours.read(text);

        assertEquals(expected, shown(week));
        week.filter(read -> !read.days().isEmpty())
                .ifPresent(read -> assertEquals(shown(week), shown(WeekHours.read(read.canonical()))));
    }

    private static String shown(Optional<WeekHours> read) {
        return read.map(week -> {
                    var groups = new LinkedHashMap<String, String>();
                    week.days()
                            .forEach((day, hours) ->
                                    groups.merge(hours.canonical(), "" + day.getValue(), String::concat));
                    return groups.entrySet().stream()
                                    .map(group -> group.getValue() + " " + group.getKey())
                                    .collect(Collectors.joining("; "))
                            + week.rest().map(rest -> " // " + rest).orElse("");
                })
                .orElse("texte");
    }
}
