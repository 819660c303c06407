package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final String A_TIME = "(?<![0-9])(?:(?<hour>[0-9]{1,2}) *+(?:h(?:eures?)?" + NO_LETTER
            + "|:|\\.(?= *[0-9]{2}))(?: *(?<minute>[0-9]{2})(?![0-9]| *[h:.]))?"
            + "|(?<bare>[0-9]{1,2})(?![0-9]| *[h:.])"
            + "|(?<word>midi|minuit)" + NO_LETTER + ")";
    private static final String A_PART_OF_DAY =
            "(?:de|ouvert(?:ure)?|(?:le )?matin|(?:l['’])?après[- ]midi)" + NO_LETTER + "(?: *:)?";

    private static final Pattern TIME = HoursPatterns.pattern(A_TIME);
    private static final Pattern LEAD =
            HoursPatterns.pattern(" *(?:(?<appointment>" + APPOINTMENT + ")(?: *:)?|" + A_PART_OF_DAY + ")");
    private static final Pattern TIME_AND_SIGN = HoursPatterns.pattern(" *(?<time>" + A_TIME + ") *(?:(?<dash>[-–—]"
            + "|(?:jusqu['’])?à" + NO_LETTER + ")|(?<slash>/)|(?<separator>[,;|&]|(?:et|puis)" + NO_LETTER
            + "))?(?<part> *" + A_PART_OF_DAY + ")?");
    private static final Pattern ALL_DAY = HoursPatterns.pattern(" *24 *h? */ *24 *h?(?![\\p{L}0-9])");
    private static final Pattern BEFORE_REMARK = Pattern.compile("^ *[-–/,;:|]?");
    // Without half a parenthesis.
    private static final Pattern REMARK = HoursPatterns.pattern("(?:" + APPOINTMENT
            + "|(?:sauf|hors|selon|sous|si|pour|uniquement|non[- ]stop|en (?:continu|fonction)|sans interruption|journée continue)"
            + NO_LETTER
            + ")[^()]*(?:\\([^()]*\\)[^()]*)*|\\([^()]*\\)|" + DayHours.CLOSED + " +(?:les? +)?(?:jours? +)?fériés");
    private static final Pattern EXCEPTION = HoursPatterns.pattern(HoursPatterns.words("\\(?(?:sauf|hors)"));

    private static final int NOON = 12 * 60;

    private DayScanner() {}

    /**
     * The hours of a day as written.
     *
     * @param ranges at least one; their times may be no times of a day at all
     * @param remark mostly empty
     * @param isPlain whether a dash is in each range, and a sign or word between two
     */
    record Day(List<TimeRange> ranges, String remark, boolean isPlain) {}

    private enum Sign {
        DASH,
        SEPARATOR,
        SLASH,
        BLANK
    }

    /**
     * A time and the sign behind it.
     *
     * @param minutes after midnight; more than a day if no clock shows it
     */
    private record Time(int minutes, boolean hasUnit, Sign sign) {
        static Time of(Matcher written, Sign sign) {
            if (written.group("word") != null) {
                return new Time(written.group("word").equalsIgnoreCase("midi") ? NOON : 0, true, sign);
            }
            var hasUnit = written.group("hour") != null;
            var hour = Integer.parseInt(written.group(hasUnit ? "hour" : "bare"));
            var minute = written.group("minute") == null ? 0 : Integer.parseInt(written.group("minute"));
            // 14.12 may be a day of December.
            var isDate = written.group().contains(".") && 0 < minute && minute <= 12;
            return new Time(minute > 59 ? Integer.MAX_VALUE : 60 * hour + minute, hasUnit && !isDate, sign);
        }
    }

    private record Pair(Time start, Time end) {
        /** Two hours without a unit might be a date, unless the second is no month. */
        boolean isOfHours(boolean hasUnits) {
            return start.hasUnit && end.hasUnit || start.sign == Sign.DASH && (hasUnits || end.minutes > NOON);
        }

        TimeRange range() {
            return new TimeRange(start.minutes, end.minutes == 0 && start.minutes > 0 ? TimeRange.DAY : end.minutes);
        }
    }

    /** The day, if the text can be meant in one way. */
    static Optional<Day> day(String text) {
        return day(HoursPatterns.plain(text), false);
    }

    static boolean hasTime(String text) {
        return times(text).anyMatch(Time::hasUnit);
    }

    /** The day that may be meant, if the text is times in pairs, whatever stands between them. */
    static Optional<Day> guess(String text) {
        return day(HoursPatterns.plain(text), true).filter(day -> day.remark().isEmpty());
    }

    private static Optional<Day> day(String text, boolean isGuess) {
        var appointment = new ArrayList<String>();
        var at = 0;
        var isAfternoon = false;
        for (var lead = HoursPatterns.at(at, text, LEAD); lead.isPresent(); lead = HoursPatterns.at(at, text, LEAD)) {
            Optional.ofNullable(lead.get().group("appointment")).ifPresent(appointment::add);
            isAfternoon |= lead.get().group().contains("midi");
            at = lead.get().end();
        }
        var allDay = HoursPatterns.at(at, text, ALL_DAY);
        if (allDay.isPresent()) {
            return day(
                    List.of(new TimeRange(0, TimeRange.DAY)),
                    appointment,
                    text.substring(allDay.get().end()),
                    true);
        }
        var times = new ArrayList<Time>();
        for (var next = HoursPatterns.at(at, text, TIME_AND_SIGN);
                next.isPresent();
                next = HoursPatterns.at(next.get().end(), text, TIME_AND_SIGN)) {
            var time = Time.of(next.get(), sign(next.get()));
            // Between those of 14:18:00 is nothing, and "Après-midi 2h-6h" begins at 14h, which is a guess.
            if (!isGuess && !times.isEmpty() && next.get().start("time") == at || isAfternoon && time.minutes < NOON) {
                return Optional.empty();
            }
            times.add(time);
            isAfternoon = Optional.ofNullable(next.get().group("part"))
                    .filter(part -> part.contains("midi"))
                    .isPresent();
            at = next.get().end("time");
        }
        var pairs = IntStream.range(0, times.size() / 2)
                .mapToObj(i -> new Pair(times.get(2 * i), times.get(2 * i + 1)))
                .toList();
        var isCertain = isGuess ? isLikely(times) : isCertain(pairs);
        var rest = text.substring(at);
        return times.isEmpty() || times.size() % 2 != 0 || !isCertain
                ? Optional.empty()
                : day(pairs.stream().map(Pair::range).toList(), appointment, rest, isPlain(pairs));
    }

    private static Sign sign(Matcher written) {
        if (written.group("dash") != null) {
            return Sign.DASH;
        }
        if (written.group("slash") != null) {
            return Sign.SLASH;
        }
        return written.group("separator") != null || written.group("part") != null ? Sign.SEPARATOR : Sign.BLANK;
    }

    /** "9h et 14h" are two times, but no range. */
    private static boolean isLikely(List<Time> times) {
        return times.size() > 2 || times.stream().limit(1).noneMatch(time -> time.sign == Sign.SEPARATOR);
    }

    private static boolean isCertain(List<Pair> pairs) {
        var hasUnits = pairs.stream().anyMatch(pair -> pair.start.hasUnit || pair.end.hasUnit);
        return pairs.stream().allMatch(pair -> pair.start.sign != Sign.SEPARATOR && pair.isOfHours(hasUnits))
                && (hasDashes(pairs) || between(pairs).noneMatch(Sign.DASH::equals));
    }

    private static boolean isPlain(List<Pair> pairs) {
        return hasDashes(pairs) && between(pairs).allMatch(sign -> sign == Sign.SEPARATOR || sign == Sign.SLASH);
    }

    private static boolean hasDashes(List<Pair> pairs) {
        return pairs.stream().allMatch(pair -> pair.start.sign == Sign.DASH);
    }

    private static Stream<Sign> between(List<Pair> pairs) {
        return pairs.stream().limit(pairs.size() - 1L).map(pair -> pair.end.sign);
    }

    /** The day with what is behind its times, if that is a remark. */
    private static Optional<Day> day(List<TimeRange> ranges, List<String> appointment, String rest, boolean isPlain) {
        var remark = Blanks.trim(BEFORE_REMARK.matcher(rest).replaceFirst("").replaceFirst("\\. *$", ""));
        var isRemark = REMARK.matcher(remark).matches()
                && isWithin(ranges, remark)
                && (EXCEPTION.matcher(remark).lookingAt() || !DayHours.isForATime(remark));
        return Optional.of(Stream.concat(appointment.stream(), Stream.of(remark))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")))
                .filter(words -> remark.isEmpty() || isRemark)
                .map(words -> new Day(ranges, words, isPlain));
    }

    /** Whether all times of a remark are within the ranges, so that nobody finds other hours there. */
    private static boolean isWithin(List<TimeRange> ranges, String remark) {
        return times(remark)
                .allMatch(time -> ranges.stream()
                        .anyMatch(range -> range.start() <= time.minutes && time.minutes <= range.end()));
    }

    private static Stream<Time> times(String text) {
        var found = TIME.matcher(text);
        return Stream.generate(() -> found).takeWhile(Matcher::find).map(time -> Time.of(time, Sign.BLANK));
    }
}
