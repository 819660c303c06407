package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.DayHours.Closed;
import io.github.pscsdk.example.declaration.hours.DayHours.Unread;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Cuts a week in one text at bars and ends of lines, and each part at the names of days. A part that begins with days is
 * theirs, if a colon follows or hours that can be read; one that is hours alone goes on with the days before; any other is the
 * rest. For one text.
 */
final class WeekReader {
    private static final String BLANKS = "[\\s\\u00A0]{0,9}";
    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_WORD_AFTER = "(?![\\p{L}\\p{N}])";
    // The first two letters tell the days apart.
    private static final List<String> FIRST_LETTERS = List.of("lu", "ma", "me", "je", "ve", "sa", "di");
    private static final String DAY = "(?:lun(?:dis?)?|lu|mar(?:dis?)?|ma|mer(?:credis?)?|me|jeu(?:dis?)?|je"
            + "|ven(?:dredis?)?|ve|sam(?:edis?)?|sa|dim(?:anches?)?|di)" + NO_WORD_AFTER + "\\.?";
    private static final String LAST_OF_RANGE = BLANKS + "(?:au|à|[-–])" + BLANKS + "(" + DAY + ")";
    private static final String OTHERS = "((?:" + BLANKS + "(?:[,/&]|et" + NO_WORD_AFTER + ")" + BLANKS
            + "(?:les?[\\s\\u00A0]{1,9})?" + DAY + "){1,6})";

    /** One day, or a range or list of them, with what leads to it. Groups: the first, the last, the others, the colon. */
    private static final Pattern NAME = pattern(BLANKS + "[-–/,;.]{0,2}" + BLANKS + NO_WORD_BEFORE
            + "(?:et[\\s\\u00A0]{1,9})?(?:(?:du|de|les?)[\\s\\u00A0]{1,9})?"
            + "(" + DAY + ")(?:" + LAST_OF_RANGE + "|" + OTHERS + ")?" + BLANKS + "(:)?");

    private static final Pattern ONE_DAY = pattern(NO_WORD_BEFORE + DAY);
    private static final Pattern ENDS_EARLY = pattern("(?:.*[\\s\\u00A0])?(?:au?|à|et|du|de|les?)");
    private static final Pattern BAR = Pattern.compile("[|\\n\\r]");

    private final Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    private final List<String> rest = new ArrayList<>();
    private Entry last = new Entry(List.of(), true, "");
    private boolean isRestAfter;

    /** Some days and what is written of them. */
    private record Entry(List<DayOfWeek> days, boolean hasColon, String hours) {}

    /** See {@link WeekHours#read}. */
    Optional<WeekHours> read(String text) {
        for (var part : BAR.split(text)) {
            var written = Blanks.trim(part);
            if (!written.isEmpty() && !take(written)) {
                return Optional.empty();
            }
        }
        if (!settle()) {
            return Optional.empty();
        }
        var read = new WeekHours(week, rest.isEmpty() ? Optional.empty() : Optional.of(String.join(" | ", rest)));
        // Where no day is open, the rest may well say when it is.
        return Optional.of(read).filter(known -> rest.isEmpty() || !known.days().isEmpty());
    }

    /** False if it is not certain what the part belongs to. */
    private boolean take(String part) {
        var entries = entries(part);
        if (!entries.isEmpty()) {
            return entries.stream().allMatch(this::begin);
        }
        if (isHours(part) && !(hours(part) instanceof Closed)) {
            last = new Entry(last.days(), true, last.hours().isEmpty() ? part : last.hours() + " | " + part);
            return !last.days().isEmpty() && !isRestAfter;
        }
        rest.add(part);
        isRestAfter = true;
        return last.days().isEmpty() || !last.hours().isEmpty();
    }

    private boolean begin(Entry entry) {
        var isClear = settle() && !entry.days().isEmpty();
        last = entry;
        isRestAfter = false;
        return isClear;
    }

    private boolean settle() {
        var read = hours(last.hours());
        var isWhole = last.hasColon() || !last.hours().isEmpty();
        return isWhole
                && last.days().stream().allMatch(day -> week.put(day, read) == null)
                && !(read instanceof Unread && ENDS_EARLY.matcher(last.hours()).matches());
    }

    /** The days that a part begins with and names, each with their hours; empty if it is no part of days. */
    private static List<Entry> entries(String part) {
        var all = NAME.matcher(part).results().toList();
        if (all.isEmpty() || all.get(0).start() > 0) {
            return List.of();
        }
        var names = new ArrayList<MatchResult>();
        for (var i = 0; i < all.size(); i++) {
            // Another day may be named in a remark: "sauf le lundi".
            if (i == 0 || hasColon(all.get(i)) || isHours(between(part, all, i))) {
                names.add(all.get(i));
            }
        }
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < names.size(); i++) {
            var hours = between(part, names, i);
            var isLast = i == names.size() - 1;
            if (hours.isEmpty() ? !isLast : !hasColon(names.get(i)) && !isHours(hours)) {
                return List.of();
            }
            entries.add(new Entry(days(names.get(i)), hasColon(names.get(i)), hours));
        }
        return entries;
    }

    private static String between(String part, List<MatchResult> names, int index) {
        var end = index + 1 < names.size() ? names.get(index + 1).start() : part.length();
        return Blanks.trim(part.substring(names.get(index).end(), end));
    }

    private static boolean hasColon(MatchResult name) {
        return name.group(4) != null;
    }

    /** Empty for a range that ends before it begins. */
    private static List<DayOfWeek> days(MatchResult name) {
        var first = day(name.group(1));
        var days = new ArrayList<DayOfWeek>();
        if (name.group(2) != null) {
            for (var i = first.getValue(); i <= day(name.group(2)).getValue(); i++) {
                days.add(DayOfWeek.of(i));
            }
            return days;
        }
        days.add(first);
        if (name.group(3) != null) {
            ONE_DAY.matcher(name.group(3))
                    .results()
                    .map(other -> day(other.group()))
                    .forEach(days::add);
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.of(1 + FIRST_LETTERS.indexOf(name.substring(0, 2).toLowerCase(Locale.ROOT)));
    }

    private static boolean isHours(String text) {
        return !text.isEmpty() && !(hours(text) instanceof Unread);
    }

    /** Hours may be in a sentence: {@code de 8h à 12h.} */
    private static DayHours hours(String text) {
        var read =
                DayHours.read(text.replaceFirst("(?i)^de(?=[\\s\\u00A0])", "").replaceFirst("\\.$", ""));
        return read instanceof Unread ? DayHours.read(text) : read;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
