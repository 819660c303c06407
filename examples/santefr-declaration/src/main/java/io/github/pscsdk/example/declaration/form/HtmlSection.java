package io.github.pscsdk.example.declaration.form;

import io.github.pscsdk.example.declaration.form.FormField.Mark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fields that stand together.
 *
 * @param offer the number of the offer; empty where they are not of one
 * @param title the key of what the offer is called; empty where nothing stands above them
 * @param more those that few people need
 */
public record HtmlSection(
        Optional<Integer> offer, Optional<String> title, List<HtmlControl> main, List<HtmlControl> more) {
    public boolean isEmptyWeek() {
        return main.stream().noneMatch(HtmlControl::isOpen);
    }

    /** The days that a page shows as open, see {@link FieldValues#OPEN_DAYS}. */
    public String openDays() {
        return main.stream()
                .filter(control -> control.isDay() && control.isOpen())
                .map(day -> day.field().path())
                .collect(Collectors.joining(" "));
    }

    /** Whether something is remarked on a field that stands apart: then it is shown. */
    public boolean isMoreOpen() {
        return more.stream().anyMatch(control -> !control.findings().isEmpty());
    }

    /** Whether a week in one text waits to be laid out. */
    public boolean isText() {
        return more.stream().anyMatch(control -> control.field().path().endsWith(".hoursText") && control.isOpen());
    }

    /** The open day before that one; empty where there is none. */
    public Optional<HtmlControl> before(HtmlControl day) {
        return main.stream()
                .limit(main.indexOf(day))
                .filter(other -> !other.value().isBlank())
                .reduce((first, last) -> last);
    }

    /** Sets apart the controls that few people need. */
    public static HtmlSection of(Optional<Integer> offer, Optional<String> title, List<HtmlControl> controls) {
        var apart = controls.stream()
                .collect(Collectors.partitioningBy(control -> control.field().is(Mark.MORE)));
        return new HtmlSection(offer, title, apart.get(false), apart.get(true));
    }
}
