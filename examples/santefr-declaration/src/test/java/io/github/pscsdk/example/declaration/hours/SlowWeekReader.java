package io.github.pscsdk.example.declaration.hours;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A reader of weeks by another method than the grammar, with which it shares no code: it looks each word up in a table
 * and paints the minutes of the week, then takes out the days that are said to be closed. It knows no remarks, skips
 * words that it does not know, and has no opinion where times do not come in pairs or a number may be a date.
 */
public final class SlowWeekReader {
    private static final int MINUTES = 24 * 60;
    private static final List<String> DAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");
    private static final Pattern NO_OPINION = Pattern.compile(
            "\\d{1,2} ?/ ?\\d{1,2}(?![\\dh: ])|\\d{1,2}/\\d{1,2} (?!-|\\d|et)|\\d{5}|\\d{3} "
                    + "|\\d (?:janv|fevr|mars|avril|mai|juin|juil|aout|sept|octo|nove|dece)"
                    + "|\\b[ljvsd] ?,|paire|sur (?:2|deux)|un (?:lun|mar|mer|jeu|ven|sam|dim)|partir|jusqu|ouvrable|appel|feri");
    private static final Pattern TOKEN = Pattern.compile("\\d{1,2}(?:h(?:\\d\\d)?|heures?)?(?![a-z\\d])|[a-z']+|\\S");

    private final BitSet[] week = new BitSet[DAYS.size()];
    private final TreeSet<Integer> days = new TreeSet<>();
    private final List<Integer> times = new ArrayList<>();
    private final TreeSet<Integer> closed = new TreeSet<>();
    private boolean isClosing;
    private boolean isExcept;
    private boolean isHoursFirst;
    private boolean isRange;
    private boolean isColon;
    private boolean isEmpty;
    private boolean isOpen;
    private int last;

    private SlowWeekReader() {
        for (var i = 0; i < week.length; i++) {
            week[i] = new BitSet(MINUTES);
        }
    }

    /** The open minutes of each day; empty for no opinion. */
    public static Optional<List<BitSet>> read(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\n\\r]", "|")
                .replaceAll("[\\u00A0\\u202F\\s]+", " ")
                .replaceAll("\\bLMMJV\\b", "lundi au vendredi")
                .replaceAll("\\bL ?(?:-|a) ?V\\b", "lundi au vendredi")
                .replaceAll("\\bS(?= ?[:\\d])", "samedi")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\b(lun|mar|mer|jeu|ven|sam|dim)\\.", "$1")
                .replaceAll("24 ?h? ?/ ?24 ?h?", "0h-24h")
                .replaceAll(
                        "7 ?j(?:ours)? ?(?:/|sur) ?7(?: ?j)?|tous les jours(?:,? y compris dimanche)?",
                        "lundi au dimanche")
                .replaceAll("([a-z]{2,8})-([a-z]{2,8})-([a-z]{2,8})", "$1,$2,$3")
                .replaceAll("week-end|\\bwe\\b", "samedi dimanche")
                .replaceAll("\\bminuit\\b", "24h")
                .replaceAll("\\bmidi\\b", "12h")
                .replaceAll("(?<=\\d) ?(?:h(?:eures?)?|:|\\.) ?(?=\\d\\d(?!\\d| ?[h:]))", "h")
                .replaceAll("(?<=\\d) (?=h)", "");
        return NO_OPINION.matcher(plain).find() ? Optional.empty() : new SlowWeekReader().painted(plain);
    }

    private Optional<List<BitSet>> painted(String text) {
        var isClear = TOKEN.matcher(text).results().allMatch(token -> take(token.group()));
        var isRead = isClear && flush() && isOpen;
        closed.forEach(day -> week[day].clear());
        return isRead ? Optional.of(List.of(week)) : Optional.empty();
    }

    private boolean take(String token) {
        var day = day(token);
        if (day >= 0) {
            return takeDay(day);
        }
        if (Character.isDigit(token.charAt(0))) {
            return takeTime(token);
        }
        switch (token) {
            case "au", "a", "-", "–" -> isRange = true;
            case "sauf", "hors" -> isExcept = true;
            case "ferme", "fermes", "fermee", "fermeture" -> {
                return takeClosed();
            }
            case ",", ";", ".", "(", ")" -> {
                isRange = false;
                isClosing &= closed.isEmpty();
                return !token.equals(";") || isHoursFirst || !times.isEmpty() || flush();
            }
            case ":" -> isColon = true;
            case "|" -> {
                isEmpty = isColon;
                isClosing = false;
            }
            default -> isRange = false;
        }
        return true;
    }

    /** The days before it, if they have no hours, else those behind it. */
    private boolean takeClosed() {
        if (isHoursFirst || days.isEmpty() || !times.isEmpty()) {
            isClosing = true;
            isHoursFirst = false;
            return flush();
        }
        closed.addAll(days);
        days.clear();
        isExcept = false;
        return true;
    }

    private boolean takeDay(int day) {
        if (isClosing) {
            for (var i = isRange && !closed.isEmpty() ? last : day; i <= day; i++) {
                closed.add(i);
            }
            last = day;
            isRange = false;
            return true;
        }
        if (isExcept && (times.isEmpty() || isHoursFirst)) {
            return days.remove(day);
        }
        isExcept = false;
        if (isEmpty && times.isEmpty() && !flush()) {
            return false;
        }
        isColon = false;
        isEmpty = false;
        isHoursFirst |= days.isEmpty() && !times.isEmpty();
        if (!isHoursFirst && !times.isEmpty() && !flush()) {
            return false;
        }
        for (var i = isRange && !days.isEmpty() ? last : day; i <= day; i++) {
            days.add(i);
        }
        last = day;
        isRange = false;
        return true;
    }

    private boolean takeTime(String token) {
        isClosing = false;
        isExcept = false;
        isColon = false;
        isEmpty = false;
        if (isHoursFirst && !days.isEmpty() && !flush()) {
            return false;
        }
        var parts = token.split("h(?:eures?)?", -1);
        var minutes = 60 * Integer.parseInt(parts[0])
                + (parts.length > 1 && !parts[1].isEmpty() ? Integer.parseInt(parts[1]) : 0);
        times.add(minutes == 0 && times.size() % 2 == 1 ? MINUTES : minutes);
        isRange = false;
        return true;
    }

    /** Paints the days named last; the hours of their own count before those of all. False where times do not come in pairs. */
    private boolean flush() {
        if (times.size() % 2 != 0 || days.isEmpty() && !times.isEmpty()) {
            return false;
        }
        for (var day : days) {
            week[day].clear();
            for (var i = 0; i < times.size(); i += 2) {
                if (times.get(i) >= times.get(i + 1) || times.get(i + 1) > MINUTES) {
                    return false;
                }
                week[day].set(times.get(i), times.get(i + 1));
                isOpen = true;
            }
        }
        days.clear();
        times.clear();
        return true;
    }

    private static int day(String token) {
        var word = token.replaceFirst("s$", "");
        for (var i = 0; i < DAYS.size(); i++) {
            var day = DAYS.get(i);
            if (word.equals(day) || token.equals(day.substring(0, 2)) || token.equals(day.substring(0, 3))) {
                return i;
            }
        }
        return -1;
    }
}
