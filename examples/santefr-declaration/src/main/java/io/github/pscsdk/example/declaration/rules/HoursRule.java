package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import io.github.pscsdk.example.declaration.hours.DayHours.Impossible;
import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import io.github.pscsdk.example.declaration.hours.DayHours.Unread;
import io.github.pscsdk.example.declaration.hours.WeekHours;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.text.Blanks;
import io.github.pscsdk.example.declaration.text.KebabCase;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * V-HOR: the hours of each day. Text that cannot be read is kept with a warning; hours that were read and cannot be are
 * an error, since the public would stand before a closed door. A day that is written as closed is left out, which means
 * the same.
 */
final class HoursRule {
    private HoursRule() {}

    /** The hours of an offer. */
    record Opening(Map<DayOfWeek, String> days, Optional<String> text) {}

    /**
     * Checks hours by day, and a text; a text that is a week becomes one, where no day was given, but for what names no
     * day.
     */
    static Opening check(Map<DayOfWeek, String> days, Optional<String> text, String offer, Findings findings) {
        var week = days.isEmpty() ? Blanks.given(text).flatMap(WeekHours::read) : Optional.<WeekHours>empty();
        if (week.isPresent()) {
            findings.add("V-HOR.week-read", offer + ".hoursText");
            week.get().days().forEach((day, hours) -> remark(hours, DeclarationDocument.day(offer, day), findings));
            return new Opening(week.get().texts(), unread(week.get().rest(), offer + ".hoursText", findings));
        }
        return new Opening(check(days, offer, findings), unread(text, offer + ".hoursText", findings));
    }

    /** Hours in one text: a week in canonical spelling on one line, or the text with a warning. */
    static Optional<String> checkText(Optional<String> raw, String field, Findings findings) {
        var given = Blanks.given(raw);
        var week = given.flatMap(WeekHours::read)
                .filter(read ->
                        read.rest().isEmpty() && read.days().values().stream().allMatch(Open.class::isInstance));
        if (week.isEmpty()) {
            return unread(raw, field, findings);
        }
        var stored = week.get().canonical();
        if (!stored.equals(given.get())) {
            findings.add("V-HOR.stored", field, stored);
        }
        return Optional.of(stored).filter(text -> !text.isEmpty());
    }

    private static Map<DayOfWeek, String> check(Map<DayOfWeek, String> raw, String offer, Findings findings) {
        var kept = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        new TreeMap<>(raw).forEach((day, text) -> {
            var hours = DayHours.read(text);
            if (!(hours instanceof Closed)) {
                remark(hours, DeclarationDocument.day(offer, day), findings);
                var canonical = hours.canonical();
                if (!canonical.equals(Blanks.trim(text))) {
                    findings.add("V-HOR.stored", DeclarationDocument.day(offer, day), canonical);
                }
                kept.put(day, canonical);
            }
        });
        return kept;
    }

    private static Optional<String> unread(Optional<String> text, String field, Findings findings) {
        var kept = TextRule.TEXT.check(text, field, findings);
        kept.ifPresent(rest -> unread(rest, WeekHours.suggestion(rest).map(WeekHours::canonical), field, findings));
        return kept;
    }

    private static void unread(String text, Optional<String> suggestion, String field, Findings findings) {
        suggestion.ifPresentOrElse(
                meant -> findings.add("V-HOR.suggested", field, meant), () -> findings.add(reason(text), field));
    }

    private static String reason(String text) {
        return DayHours.alternates(text)
                ? "V-HOR.alternating"
                : DayHours.isForATime(text) ? "V-HOR.for-a-time" : "V-HOR.unread";
    }

    private static void remark(DayHours hours, String field, Findings findings) {
        if (hours instanceof Unread unread) {
            unread(unread.canonical(), unread.suggestion().map(Open::canonical), field, findings);
        } else if (hours instanceof Impossible impossible) {
            findings.add("V-HOR." + KebabCase.of(impossible.reason()), field);
        }
    }
}
