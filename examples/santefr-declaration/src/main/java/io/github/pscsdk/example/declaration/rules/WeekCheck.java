package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.hours.EditedWeek;
import java.util.List;

/** V-HOR for the week editor, which can hold what no text of hours shows: half a range. */
public final class WeekCheck {
    private WeekCheck() {}

    /**
     * What is wrong with a week, at its days.
     *
     * @param offer the offer's field, such as {@code offers[0]}
     */
    public static List<Finding> check(EditedWeek week, String offer) {
        var findings = new Findings();
        week.read().forEach((day, hours) -> HoursRule.remark(hours, HoursRule.field(offer, day), findings));
        return findings.all();
    }
}
