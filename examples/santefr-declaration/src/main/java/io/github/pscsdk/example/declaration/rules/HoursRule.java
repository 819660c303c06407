package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import io.github.pscsdk.example.declaration.hours.DayHours.Impossible;
import io.github.pscsdk.example.declaration.hours.DayHours.Unread;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * V-HOR: the hours of each day. What cannot be read is kept with a warning; what was read and cannot be is an error,
 * since the public would stand before a closed door.
 */
final class HoursRule {
    private HoursRule() {}

    /** The open days, in canonical spelling. */
    static Map<DayOfWeek, String> check(Map<DayOfWeek, String> raw, String field, Findings findings) {
        var kept = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        raw.forEach((day, text) -> {
            var hours = DayHours.read(text);
            if (!(hours instanceof Closed)) {
                remark(hours, field + "." + day.name().toLowerCase(Locale.ROOT), findings);
                kept.put(day, hours.canonical());
            }
        });
        return kept;
    }

    private static void remark(DayHours hours, String field, Findings findings) {
        if (hours instanceof Unread) {
            findings.add(Remark.HOR_UNREAD, field);
        } else if (hours instanceof Impossible impossible) {
            findings.add(
                    switch (impossible.reason()) {
                        case NO_SUCH_TIME -> Remark.HOR_NO_SUCH_TIME;
                        case ENDS_BEFORE_START -> Remark.HOR_ENDS_BEFORE_START;
                        case OUT_OF_ORDER -> Remark.HOR_OUT_OF_ORDER;
                        case TOO_MANY_RANGES -> Remark.HOR_TOO_MANY_RANGES;
                    },
                    field);
        }
    }
}
