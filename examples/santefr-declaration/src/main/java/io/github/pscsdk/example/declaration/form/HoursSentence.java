package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import io.github.pscsdk.example.declaration.hours.DayHours.Impossible;
import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import io.github.pscsdk.example.declaration.hours.TimeRange;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The hours of a week in sentences, as the public reads them: days with the same hours in one. */
final class HoursSentence {
    private final Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    private final boolean nothingIsSaid;
    private final Language language;
    private final Texts texts;

    HoursSentence(Map<DayOfWeek, String> hours, Language language) {
        for (var day : DayOfWeek.values()) {
            week.put(day, DayHours.read(hours.getOrDefault(day, "")));
        }
        this.nothingIsSaid = hours.isEmpty();
        this.language = language;
        this.texts = FormStep.texts(language);
    }

    /** A sentence for each group of open days whose hours are known, then one for the closed days. */
    List<String> sentences() {
        var sentences = new ArrayList<String>();
        groups().forEach((text, days) -> sentences.add(sentence(days) + text + "."));
        var closed = days(Closed.class);
        if (!sentences.isEmpty() && !closed.isEmpty()) {
            sentences.add(
                    texts.get("sentence.closed", closed.size() > 3 ? texts.get("sentence.others") : joined(closed)));
        }
        return sentences;
    }

    /** The days whose hours nobody can be told yet; empty where there are none. */
    List<String> missing() {
        if (nothingIsSaid) {
            return List.of(texts.get("sentence.no-hours"));
        }
        var missing = days(Impossible.class);
        return missing.isEmpty() ? List.of() : List.of(texts.get("sentence.missing", capital(joined(missing))));
    }

    private List<DayOfWeek> days(Class<? extends DayHours> kind) {
        return week.keySet().stream()
                .filter(day -> kind.isInstance(week.get(day)))
                .toList();
    }

    private Map<String, List<DayOfWeek>> groups() {
        return week.keySet().stream()
                .filter(day -> !(week.get(day) instanceof Closed) && !(week.get(day) instanceof Impossible))
                .collect(Collectors.groupingBy(day -> words(week.get(day)), LinkedHashMap::new, Collectors.toList()));
    }

    private String words(DayHours hours) {
        if (hours instanceof Open open) {
            var times = and(open.ranges().stream().map(this::range).toList());
            return " " + (open.remark().isEmpty() ? times : times + ", " + open.remark());
        }
        return texts.get("sentence.as-written", hours.canonical());
    }

    private String range(TimeRange range) {
        return texts.get("sentence.range", time(range.start()), time(range.end()));
    }

    private String time(int minutes) {
        if (minutes == 24 * 60) {
            return texts.get("sentence.midnight");
        }
        return minutes % 60 == 0
                ? texts.get("sentence.full-hour", minutes / 60)
                : texts.get("sentence.time", minutes / 60, String.format(Locale.ROOT, "%02d", minutes % 60));
    }

    private String sentence(List<DayOfWeek> days) {
        if (days.size() == 7) {
            return texts.get("sentence.every-day");
        }
        var first = days.get(0);
        var last = days.get(days.size() - 1);
        var isRow = last.getValue() - first.getValue() == days.size() - 1;
        return isRow && days.size() > 2 ? texts.get("sentence.row", day(first), day(last)) : capital(joined(days));
    }

    private String joined(List<DayOfWeek> days) {
        return and(days.stream().map(this::day).toList());
    }

    private String and(List<String> words) {
        return words.size() == 1
                ? words.get(0)
                : words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + " "
                        + texts.get("sentence.and") + " " + words.get(words.size() - 1);
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language.locale());
    }

    private String capital(String text) {
        return text.substring(0, 1).toUpperCase(language.locale()) + text.substring(1);
    }
}
