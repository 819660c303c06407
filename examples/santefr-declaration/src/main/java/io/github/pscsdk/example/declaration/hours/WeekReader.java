package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import io.github.pscsdk.example.declaration.hours.DayHours.Open;
import io.github.pscsdk.example.declaration.hours.DayHours.Unread;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a week in one text. Bars and ends of lines cut it into parts.
 *
 * <pre>
 * part  = [ appointment | "à partir du" date ] ( 1*( days hours ) | 1*( hours days ) )
 *       | hours                                ; of the days before
 *       | rest
 * </pre>
 *
 * Days are as in {@link DayExpression}, hours as in {@link DayScanner}; hours after a colon may be any text. Days after
 * "sauf" are closed, or have the hours behind them. For one text.
 */
final class WeekReader {
    private static final Pattern ENDS_EARLY =
            HoursPatterns.pattern("(?:.* )?(?:au?|à|et|du|de|les?|sauf|hors)|[^()]*\\([^()]*");
    private static final Pattern OPENS_LATE = HoursPatterns.pattern(".*(?:ferm|sauf|hors|except).*: *");
    private static final Pattern BAR = Pattern.compile("[|\\n\\r]");
    private static final Pattern LEADING_SIGN = HoursPatterns.pattern("^(?:[-–/,;.&|]|(?:et|puis)(?!\\p{L}))");
    private static final Pattern APPOINTMENT = HoursPatterns.pattern(DayScanner.APPOINTMENT);
    private static final Pattern BEFORE_ALL = HoursPatterns.pattern(
            "(" + DayScanner.APPOINTMENT
                    + "|[aà] (?:partir|compter) du (?:1er|[0-9]{1,2})(?:[/.][0-9]{1,2}(?:[/.][0-9]{2,4})?| \\p{L}+(?: [0-9]{4})?))(?: *:)?");
    private static final Pattern WORDS_OF_A_DAY = HoursPatterns.pattern(
            "(?:matin|après-midi|uniquement|sur (?:appel|demande)|" + DayScanner.APPOINTMENT + ")[^0-9]*");
    /** Words on appointments behind a closed day, or in a sentence of their own, are on the week. */
    private static final Pattern ON_THE_WEEK =
            HoursPatterns.pattern("(ferm[ée](?: au public)?|.*[^. ]) *(?:(?<=[ée]|public)[ ,(–-]|[.;]|//) *("
                    + DayScanner.APPOINTMENT + ".*)");

    private static final Predicate<String> FIGURE = Pattern.compile("[0-9]").asPredicate();

    private static final Pattern CLOSED_THEN_OPEN = HoursPatterns.pattern(DayHours.CLOSED + ".*[0-9]");
    private static final Pattern NOTHING = Pattern.compile("[-–,;./()]*");
    private static final Pattern OF_A_DATE = HoursPatterns.pattern(" *(?:1er|[0-9]{1,2})(?![0-9]| *[h:])");

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    /** A remark behind some days may be on those that follow. */
    private boolean isInterrupted;
    /** Hours on the line below their day, and a day with nothing behind its colon, do not go together. */
    private boolean isBelow;

    private boolean isNothing;

    private final Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    /** Days that were named with all the others only, so that their own hours count before these. */
    private final Set<DayOfWeek> general = EnumSet.noneOf(DayOfWeek.class);

    private final List<Set<DayOfWeek>> open = new ArrayList<>();
    private final List<Set<DayOfWeek>> closed = new ArrayList<>();

    /** Some days and the text of their hours. */
    private record Entry(DayExpression named, String hours) {}

    /** See {@link WeekHours#read}. */
    static Optional<WeekHours> read(String text) {
        var reader = new WeekReader();
        var isClear = BAR.splitAsStream(text)
                .map(Blanks::trim)
                .filter(part -> !part.isEmpty())
                .allMatch(reader::take);
        return isClear ? reader.week() : Optional.empty();
    }

    /** False if it is not certain what the part belongs to. */
    private boolean take(String part) {
        var isFirst = entries.isEmpty();
        if (takeDays(part)) {
            return !isInterrupted;
        }
        var before = BEFORE_ALL.matcher(part);
        if (isFirst && before.lookingAt() && takeDays(Blanks.trim(part.substring(before.end())))) {
            rest.add(0, before.group(1));
            // Words on appointments in front of all days do not go with others on some of them.
            return APPOINTMENT.matcher(part).results().count() <= 1;
        }
        if (isHours(part) && !(DayHours.read(part) instanceof Closed)) {
            return !isFirst && !isInterrupted && goOn(part);
        }
        rest.add(part);
        isInterrupted = !isFirst;
        var isBehindHours = isFirst
                ? !OPENS_LATE.matcher(part).matches()
                : !entries.get(entries.size() - 1).hours().isEmpty();
        return isBehindHours && !DayHours.alternates(part) && !DayHours.isForATime(part) && !namesHoursOfDays(part);
    }

    /** Takes more hours of the last days. */
    private boolean goOn(String part) {
        var last = entries.remove(entries.size() - 1);
        isBelow |= last.hours().isEmpty();
        return entries.add(new Entry(last.named(), last.hours().isEmpty() ? part : last.hours() + " | " + part));
    }

    /** False if the part is not days with hours. */
    private boolean takeDays(String part) {
        var named = DayExpression.in(part);
        var daysFirst = daysFirst(part, named);
        return entries.addAll(daysFirst.isEmpty() ? hoursFirst(part, named) : daysFirst);
    }

    private static boolean namesHoursOfDays(String text) {
        var named = DayExpression.in(text);
        return IntStream.range(0, named.size())
                .anyMatch(i -> isHours(between(text, named, i).replace(")", "")));
    }

    /** The week, if each day has hours but once, and no remark is on an open one. */
    private Optional<WeekHours> week() {
        var remarks = List.copyOf(rest);
        if (!entries.stream().allMatch(this::put)
                || isBelow && isNothing
                || closed.stream().anyMatch(days -> open.stream().anyMatch(days::containsAll))) {
            return Optional.empty();
        }
        closed.forEach(days -> days.forEach(day -> week.put(day, new Closed())));
        var read = new WeekHours(week, Optional.of(String.join(" | ", rest)).filter(text -> !text.isEmpty()));
        // Where no day is open, the rest or the days that are not named may well be.
        var isKnown = !read.days().isEmpty()
                || rest.isEmpty() && (week.isEmpty() || week.size() == DayOfWeek.values().length);
        return Optional.of(read)
                .filter(known ->
                        isKnown && remarks.stream().flatMap(WeekReader::daysIn).noneMatch(week::containsKey));
    }

    /** The days that a remark is about, but for those of one date; all where it is not certain which. */
    private static Stream<DayOfWeek> daysIn(String remark) {
        return DayExpression.in(remark).stream()
                .filter(named ->
                        !OF_A_DATE.matcher(remark.substring(named.end())).lookingAt())
                .flatMap(named -> named.days().isEmpty() ? Stream.of(DayOfWeek.values()) : named.days().stream());
    }

    private boolean put(Entry entry) {
        var named = entry.named();
        var hours = entry.hours();
        var read = DayHours.read(hours);
        if (!named.holidays().isEmpty()) {
            rest.add(named.isOpenOnHolidays() ? named.holidays() + " : " + read.canonical() : named.holidays());
        }
        var isSaid = !hours.isEmpty() || named.isException() || named.isClosed();
        if (named.days().isEmpty() || !isSaid && !named.hasColon()) {
            return false;
        }
        if (read instanceof Closed) {
            isNothing |= !isSaid;
            closed.add(named.days());
            return !named.isException() || week.keySet().containsAll(named.days());
        }
        open.add(named.days());
        return !named.isClosed()
                && named.days().stream().allMatch(day -> put(day, read, named))
                && daysIn(hours).findAny().isEmpty()
                && !(read instanceof Unread
                        && (ENDS_EARLY.matcher(hours).matches()
                                || CLOSED_THEN_OPEN.matcher(hours).lookingAt()));
    }

    /**
     * False for an exception from nothing, and for hours of a day that has some: other hours of every day may come on
     * top.
     */
    private boolean put(DayOfWeek day, DayHours hours, DayExpression named) {
        var before = week.put(day, hours);
        var wasGeneral = general.remove(day);
        if (named.isEvery()) {
            general.add(day);
        }
        return named.isException()
                ? before != null
                : before == null || wasGeneral && !named.isEvery() && DayHours.overlap(before, hours);
    }

    /** The days that a part begins with and names, each with their hours; empty if it is no part of days. */
    private List<Entry> daysFirst(String part, List<DayExpression> all) {
        if (all.isEmpty() || all.get(0).start() > 0) {
            return List.of();
        }
        var names = new ArrayList<DayExpression>();
        for (var i = 0; i < all.size(); i++) {
            // Another day may be named in a remark.
            if (i == 0 || all.get(i).hasColon() || isRight(part, all, i)) {
                names.add(all.get(i));
            }
        }
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < names.size(); i++) {
            var named = names.get(i);
            var between = between(part, names, i);
            var hours = named.isClosed() && NOTHING.matcher(between).matches() ? "" : between;
            var isLast = i == names.size() - 1;
            var isWhole = hours.isEmpty()
                    ? isLast || named.isException() || named.isClosed() || isClosedNext(part, names, i)
                    : named.hasColon() || isHours(hours) || i > 0;
            var isOfHolidays = named.isOpenOnHolidays() && !(isLast && hours.isEmpty());
            if (!isWhole || isOfHolidays && !isHours(hours)) {
                return List.of();
            }
            entries.add(new Entry(named, hours));
        }
        var last = entries.get(entries.size() - 1);
        onTheWeek(last.hours()).ifPresent(parts -> {
            entries.set(entries.size() - 1, new Entry(last.named(), parts.group(1)));
            rest.add(parts.group(2));
        });
        return entries;
    }

    /** Nothing behind a colon is closed where closed days follow; it might else have the hours of the next day. */
    private static boolean isClosedNext(String part, List<DayExpression> names, int index) {
        return names.get(index).hasColon() && DayHours.read(between(part, names, index + 1)) instanceof Closed;
    }

    /** The hours of the last day, and the remark behind them that is on the week. */
    private static Optional<MatchResult> onTheWeek(String hours) {
        return Optional.of(ON_THE_WEEK.matcher(hours))
                .filter(parts -> parts.matches() && isHours(parts.group(1)))
                .map(Matcher::toMatchResult);
    }

    /** Whether what follows days is theirs, though no colon says so. */
    private static boolean isRight(String part, List<DayExpression> all, int index) {
        var hours = between(part, all, index);
        var isLast = index == all.size() - 1;
        if (all.get(index).isClosed() || all.get(index).isException() && !isHours(hours)) {
            return NOTHING.matcher(hours).matches();
        }
        return isHours(hours)
                || isLast
                        && (onTheWeek(hours).isPresent()
                                || index > 0
                                        && isHours(between(part, all, index - 1))
                                        && WORDS_OF_A_DAY.matcher(hours).matches());
    }

    /** Hours and then their days, as often as there are; empty if the part is not so. */
    private static List<Entry> hoursFirst(String part, List<DayExpression> names) {
        var entries = new ArrayList<Entry>();
        var from = 0;
        for (var i = 0; i < names.size(); i++) {
            var named = names.get(i);
            var isLast = i == names.size() - 1;
            var behind = isLast ? Blanks.trim(part.substring(named.end())) : "";
            var before = LEADING_SIGN
                    .matcher(Blanks.trim(part.substring(from, named.start())))
                    .replaceFirst("");
            var hours = Blanks.trim(before + " " + (behind.equals(".") ? "" : behind));
            if (named.isClosed() && NOTHING.matcher(before + behind).matches()) {
                entries.add(new Entry(named, ""));
                from = named.end();
                continue;
            }
            if (FIGURE.test(behind) && (FIGURE.test(before) || !entries.isEmpty())
                    || named.hasColon()
                    || named.isException()
                    || !(DayHours.read(hours) instanceof Open)) {
                return List.of();
            }
            entries.add(new Entry(named, hours));
            from = named.end();
        }
        return entries;
    }

    private static String between(String part, List<DayExpression> names, int index) {
        var end = index + 1 < names.size() ? names.get(index + 1).start() : part.length();
        return Blanks.trim(part.substring(names.get(index).end(), end), c -> Blanks.isBlank(c) || c == ',' || c == ';');
    }

    private static boolean isHours(String text) {
        return !text.isEmpty() && !(DayHours.read(text) instanceof Unread);
    }
}
