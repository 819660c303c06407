package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the hours of one day, from left to right, once: pairs of times, with words before and after them.
 *
 * <pre>
 * day     = *lead ( range *( between range ) | "24h/24" ) [ remark ]
 * range   = time ( dash | "/" | blank ) time
 * between = dash | "/" | blank | "," | ";" | "|" | "&amp;" | "et" | "puis"      ; then any lead but an appointment
 * dash    = "-" | "–" | "à" | "jusqu'à"
 * time    = hour ( "h" | "heures" | ":" | "." ) [ minute ] | hour | "midi" | "minuit"
 * lead    = "de" | "ouvert" | "matin" | "après-midi" | appointment
 * remark  = ( appointment | "sauf" | "sans interruption" | … ) text | "(" text ")"
 * </pre>
 *
 * A text is read only if it can be meant in one way. A slash or a blank is within a range only where no dash is between
 * two of them; an hour without a unit has a dash and a time with a unit beside it; the times of a remark are within the
 * ranges.
 */
final class DayScanner {
    private static final String NO_LETTER = "(?!\\p{L})";
    static final String APPOINTMENT =
            "(?:(?:uniquement|seulement|possibilité) +)?(?:sur|sans|avec) +(?:rendez[- ]vous|rdv|rv)"
                    + "(?: +uniquement)?" + NO_LETTER;

    /** Groups: hour and minute; an hour without a unit; noon or midnight. */
    private static final Pattern TIME =
            TextCursor.pattern("(?<![0-9])(?:([0-9]{1,2}) *+(?:h(?:eures?)?" + NO_LETTER + "|:|\\.(?= *[0-9]{2}))"
                    + "(?: *([0-9]{2})(?![0-9]| *[h:.]))?"
                    + "|([0-9]{1,2})(?![0-9]| *[h:.])"
                    + "|(midi|minuit)" + NO_LETTER + ")");

    private static final Pattern ALL_DAY = TextCursor.pattern("24 *h? */ *24 *h?(?![\\p{L}0-9])");
    private static final Pattern DASH = TextCursor.pattern("[-–—]|(?:jusqu['’])?à" + NO_LETTER);
    private static final Pattern SLASH = TextCursor.pattern("/");
    private static final Pattern SEPARATOR = TextCursor.pattern("[,;|&]|(?:et|puis)" + NO_LETTER);
    private static final Pattern PART_OF_DAY =
            TextCursor.pattern("(?:de|ouvert(?:ure)?|(?:le )?matin|(?:l['’])?après[- ]midi)" + NO_LETTER + "(?: *:)?");
    private static final Pattern BEFORE_HOURS = TextCursor.pattern("(" + APPOINTMENT + ")(?: *:)?");
    private static final Pattern BEFORE_REMARK = TextCursor.pattern("[-–/,;:|]?");
    private static final Pattern REMARK = TextCursor.pattern("(?:" + APPOINTMENT
            + "|(?:sauf|hors|selon|sous|si|pour|uniquement|non[- ]stop|en (?:continu|fonction)|sans interruption|journée continue)"
            + NO_LETTER
            + ").*|\\([^()]*\\)|" + DayHours.CLOSED + " +(?:les? +)?(?:jours? +)?fériés");

    private static final Pattern EXCEPTION = TextCursor.words("\\(?(?:sauf|hors)");

    private static final int NOON = 12 * 60;

    private final TextCursor text;
    private final boolean isGuess;
    private final List<Time> times = new ArrayList<>();
    private final List<Between> between = new ArrayList<>();
    private boolean isAfternoon;

    /**
     * The hours of a day as written.
     *
     * @param ranges at least one; their times may be no times of a day at all
     * @param remark mostly empty
     * @param isPlain whether a dash is in each range, and a sign or word between two
     */
    record Day(List<TimeRange> ranges, String remark, boolean isPlain) {}

    /** @param minutes after midnight; more than a day if no clock shows it */
    private record Time(int minutes, boolean hasUnit) {}

    private enum Between {
        DASH,
        SEPARATOR,
        SLASH,
        BLANK
    }

    private DayScanner(String text, boolean isGuess) {
        this.text = new TextCursor(text);
        this.isGuess = isGuess;
    }

    /** The day, if the text can be meant in one way. */
    static Optional<Day> day(String text) {
        return new DayScanner(text, false).day();
    }

    static boolean hasTime(String text) {
        return TIME.matcher(text).results().anyMatch(time -> time(time).hasUnit);
    }

    /** The day that may be meant, if the text is times in pairs, whatever stands between them. */
    static Optional<Day> guess(String text) {
        return new DayScanner(text, true).day().filter(day -> day.remark().isEmpty());
    }

    private Optional<Day> day() {
        var appointment = new ArrayList<String>();
        for (var lead = text.skip(BEFORE_HOURS); lead.isPresent() || skipsPartOfDay(); lead = text.skip(BEFORE_HOURS)) {
            lead.ifPresent(words -> appointment.add(words.group(1)));
        }
        if (text.skips(ALL_DAY)) {
            var ranges = List.of(new TimeRange(0, TimeRange.DAY));
            return remark(appointment, ranges).map(remark -> new Day(ranges, remark, true));
        }
        times();
        if (times.isEmpty() || times.size() % 2 != 0 || !(isGuess ? isLikely() : isCertain())) {
            return Optional.empty();
        }
        var ranges = IntStream.range(0, times.size() / 2)
                .mapToObj(i -> range(times.get(2 * i), times.get(2 * i + 1)))
                .toList();
        return remark(appointment, ranges).map(remark -> new Day(ranges, remark, isPlain()));
    }

    /** All times up to the first that has none after it, and what is behind each. */
    private void times() {
        var end = text.at();
        for (var time = text.skip(TIME); time.isPresent(); time = text.skip(TIME)) {
            if (!isGuess && !times.isEmpty() && text.at() - time.get().group().length() == end) {
                // Such as 14:18:00: nothing is between them.
                times.clear();
                return;
            }
            times.add(time(time.get()));
            if (isAfternoon && times.get(times.size() - 1).minutes < NOON) {
                // "Après-midi 2h-6h" begins at 14h, which is a guess.
                times.clear();
                return;
            }
            isAfternoon = false;
            end = text.at();
            between.add(between());
        }
        // Behind the last one a remark begins.
        text.move(end);
    }

    private static Time time(MatchResult written) {
        if (written.group(4) != null) {
            return new Time(written.group(4).equalsIgnoreCase("midi") ? NOON : 0, true);
        }
        var hasUnit = written.group(1) != null;
        var hour = Integer.parseInt(hasUnit ? written.group(1) : written.group(3));
        var minute = written.group(2) == null ? 0 : Integer.parseInt(written.group(2));
        // 14.12 may be a day of December.
        var isClock = hasUnit && !(written.group().contains(".") && 0 < minute && minute <= 12);
        return new Time(minute > 59 ? Integer.MAX_VALUE : 60 * hour + minute, isClock);
    }

    private Between between() {
        var kind = text.skips(DASH)
                ? Between.DASH
                : text.skips(SLASH) ? Between.SLASH : text.skips(SEPARATOR) ? Between.SEPARATOR : Between.BLANK;
        var isPartOfDay = skipsPartOfDay();
        return kind == Between.BLANK && isPartOfDay ? Between.SEPARATOR : kind;
    }

    private boolean skipsPartOfDay() {
        var part = text.skip(PART_OF_DAY);
        isAfternoon |= part.filter(words -> words.group().contains("midi")).isPresent();
        return part.isPresent();
    }

    /** "9h et 14h" are two times, but no range. */
    private boolean isLikely() {
        return times.size() > 2 || between.get(0) != Between.SEPARATOR;
    }

    private boolean isCertain() {
        var within = everyOther(0);
        var outside = everyOther(1);
        var units = times.stream().filter(Time::hasUnit).count();
        return within.stream().noneMatch(Between.SEPARATOR::equals)
                && (!outside.contains(Between.DASH) || within.stream().allMatch(Between.DASH::equals))
                && IntStream.range(0, times.size() / 2).allMatch(i -> hasUnits(i, units));
    }

    /** Two hours without a unit might be a date, unless the second is no month. */
    private boolean hasUnits(int range, long units) {
        var start = times.get(2 * range);
        var end = times.get(2 * range + 1);
        return start.hasUnit && end.hasUnit
                || between.get(2 * range) == Between.DASH && (units > 0 || end.minutes > NOON);
    }

    private List<Between> everyOther(int first) {
        return IntStream.iterate(first, i -> i < times.size() - 1, i -> i + 2)
                .mapToObj(between::get)
                .toList();
    }

    private boolean isPlain() {
        return everyOther(0).stream().allMatch(Between.DASH::equals)
                && everyOther(1).stream().allMatch(kind -> kind == Between.SEPARATOR || kind == Between.SLASH);
    }

    private static TimeRange range(Time start, Time end) {
        return new TimeRange(start.minutes, end.minutes == 0 && start.minutes > 0 ? TimeRange.DAY : end.minutes);
    }

    private Optional<String> remark(List<String> appointment, List<TimeRange> ranges) {
        text.skip(BEFORE_REMARK);
        var rest = Blanks.trim(text.rest().replaceFirst("\\. *$", ""));
        var isRemark = rest.isEmpty()
                || REMARK.matcher(rest).matches()
                        && rest.chars().filter(c -> c == '(').count()
                                == rest.chars().filter(c -> c == ')').count()
                        && isWithin(ranges, rest)
                        && (EXCEPTION.matcher(rest).lookingAt() || !DayHours.isForATime(rest));
        return isRemark
                ? Optional.of(String.join(
                        " ",
                        Stream.concat(appointment.stream(), Stream.of(rest))
                                .filter(part -> !part.isEmpty())
                                .toList()))
                : Optional.empty();
    }

    /** Whether all times of a remark are within the ranges, so that nobody finds other hours there. */
    private static boolean isWithin(List<TimeRange> ranges, String remark) {
        return TIME.matcher(remark)
                .results()
                .map(DayScanner::time)
                .allMatch(time -> ranges.stream()
                        .anyMatch(range -> range.start() <= time.minutes && time.minutes <= range.end()));
    }
}
