package io.github.pscsdk.example.declaration.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Days as a text names them together, with what leads to them.
 *
 * <pre>
 * named   = lead [ "fermé" | except ] ( every | days ) *( except days ) [ holidays ] [ ":" ]
 * every   = "tous les jours" | "chaque jour" | "7j/7"
 * days    = day *( ( "au" | "à" | "-" | "," | "/" | "et" | "y compris" | blank ) day )
 * day     = "lundi" … "dimanche" | "lun." | "lu" | "L" | "LMMJV" | "week-end"
 * except  = "sauf" | "hors" | "à l'exception du"
 * </pre>
 *
 * Before hours, a list of closed days ends at its only comma: in "fermé lundi, mardi 9h-12h", Tuesday is open.
 *
 * @param days empty where it is not certain which ones are meant
 * @param isException whether it begins with "sauf"
 * @param isClosed whether it begins with "fermé"
 * @param isEvery whether it names all days at once
 * @param hasColon whether a colon follows
 * @param holidays the words on public holidays; mostly empty
 * @param start where it begins in the text
 * @param end where it ends
 */
record DayExpression(
        Set<DayOfWeek> days,
        boolean isException,
        boolean isClosed,
        boolean isEvery,
        boolean hasColon,
        String holidays,
        int start,
        int end) {
    // The first two letters tell the days apart.
    private static final List<String> FIRST_LETTERS = List.of("lu", "ma", "me", "je", "ve", "sa", "di");
    private static final Pattern DAY =
            TextCursor.pattern("(?:(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?)(?![\\p{L}\\p{N}])"
                    + "|(?:lun?|mar?|mer?|jeu?|ven?|sam?|dim?)(?![\\p{L}\\p{N}])\\.?");
    private static final Pattern WEEKEND = TextCursor.words("week[- ]?ends?|we");
    // "M" alone may be two days.
    private static final Pattern LETTERS = Pattern.compile("(?:LMMJ(?:V(?:SD?)?)?|[LJVSD])(?![\\p{L}\\p{N}'’.])");
    private static final String LETTERS_OF_DAYS = "LMMJVSD";
    private static final Pattern EVERY = TextCursor.words(
            "(?:tous les jours|chaque jour)(?! *(?:ouvr|de(?! *[0-9])|f[ée]ri|pair|impair|scolaire|sur))"
                    + "(?: *,? *y compris +(?:les? +)?(?:sam|dim)\\p{L}+(?: +et +(?:les? +)?dim\\p{L}+)?)?"
                    + "|7 *j(?:ours?)? *(?:/|sur) *7(?: *j(?:ours?)?)?|7 */ *7 *j(?:ours?)?");

    private static final Pattern SIGN = TextCursor.pattern("(?:[-–/,;.&+]|\\() *(?:[-–/,;] *)?");
    private static final Pattern LEAD =
            TextCursor.words("(?:et|puis|ouvert(?:ure)?|du|de|les?|tous les(?! jours)|chaque(?! jour))(?= )");
    private static final Pattern EXCEPT = TextCursor.words("sauf|hors|excepté|à l['’]exception d(?:u|es)");
    private static final Pattern CLOSED = TextCursor.words(
            "(?<=^|[,;.(/–-] ?|et )" + DayHours.CLOSED + "(?: *:)?|" + DayHours.CLOSED + "(?= +les? )");
    private static final Pattern ARTICLE = TextCursor.words("les?");
    private static final Pattern TO = TextCursor.pattern("(?:au|à)(?![\\p{L}\\p{N}])");
    private static final Pattern DASH = TextCursor.pattern("[-–—]");
    private static final Pattern AND = TextCursor.pattern("[,/&+]? *(?:et|y compris)(?![\\p{L}\\p{N}])|[/&+]");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern END_OF_CLAUSE = Pattern.compile(" *(?:[,.;)/–-].*)?", Pattern.DOTALL);
    private static final Pattern HOLIDAYS = TextCursor.pattern(
            "\\(?[,/&]? *(?:(?:et|y compris) +)?((?:(?:sauf|hors) +)?(?:les? +)?(?:jours? +)?fériés?(?: +(?:compris|inclus))?)(?!\\p{L})\\)?");
    private static final Pattern INCLUDED = TextCursor.words("compris|inclus");
    private static final Pattern COLON = Pattern.compile(":");
    private static final Pattern CLOSING = Pattern.compile("\\) *,?|,");

    private enum Joined {
        TO,
        DASH,
        COMMA,
        AND,
        BLANK
    }

    /** All in a text, from left to right. */
    static List<DayExpression> in(String text) {
        var found = new ArrayList<DayExpression>();
        var cursor = new TextCursor(text);
        for (var at = 0; at < text.length(); ) {
            cursor.move(at);
            var named = read(cursor);
            named.ifPresent(found::add);
            at = named.map(DayExpression::end).orElse(at + 1);
        }
        return found;
    }

    /** Whether the holidays are open or closed as these days are, rather than an exception. */
    boolean isOpenOnHolidays() {
        return !holidays.isEmpty() && !EXCEPT.matcher(holidays).lookingAt();
    }

    private static Optional<DayExpression> read(TextCursor cursor) {
        var start = cursor.at();
        if (!cursor.isBetweenWords()) {
            return Optional.empty();
        }
        cursor.skip(SIGN);
        while (cursor.skips(LEAD)) {}
        var isClosed = cursor.skips(CLOSED);
        var isException = cursor.skips(EXCEPT);
        cursor.skip(ARTICLE);
        var isEvery = cursor.skips(EVERY);
        var days = isEvery ? Optional.of(EnumSet.allOf(DayOfWeek.class)) : days(cursor, isClosed, isException);
        return days.map(named -> {
            var isOpenAfter = true;
            while (!isException && except(cursor, named)) {
                isOpenAfter = false;
            }
            var holidays = holidays(cursor, isOpenAfter);
            var hasColon = cursor.skips(COLON);
            if (!hasColon) {
                cursor.skip(CLOSING);
            }
            return new DayExpression(named, isException, isClosed, isEvery, hasColon, holidays, start, cursor.at());
        });
    }

    /** Holidays behind an exception are one too, unless they are said to be included. */
    private static String holidays(TextCursor cursor, boolean isOpen) {
        var words = cursor.skip(HOLIDAYS).map(found -> found.group(1)).orElse("");
        var isSaid = words.isEmpty()
                || INCLUDED.matcher(words).find()
                || EXCEPT.matcher(words).lookingAt();
        return isOpen || isSaid ? words : "sauf " + words;
    }

    /** Takes away what is named as an exception; whether something is. */
    private static boolean except(TextCursor cursor, EnumSet<DayOfWeek> named) {
        var at = cursor.at();
        cursor.skip(SIGN);
        if (cursor.skips(EXCEPT)) {
            cursor.skip(ARTICLE);
            var others = days(cursor, false, false);
            if (others.isPresent() && named.containsAll(others.get())) {
                named.removeAll(others.get());
                cursor.skip(CLOSING);
                return true;
            }
        }
        cursor.move(at);
        return false;
    }

    /**
     * Days that are named one after the other; empty where none is named, and a set of none where it is not certain
     * which.
     */
    private static Optional<EnumSet<DayOfWeek>> days(TextCursor cursor, boolean isClosed, boolean isException) {
        var names = new ArrayList<EnumSet<DayOfWeek>>();
        var joined = new ArrayList<Joined>();
        var comma = cursor.at();
        for (var name = day(cursor); name.isPresent(); name = next(cursor, joined)) {
            names.add(name.get());
            comma = joined.contains(Joined.COMMA) ? comma : cursor.at();
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var commas = Collections.frequency(joined, Joined.COMMA);
        if (commas > 0
                && (isClosed || isException)
                && !END_OF_CLAUSE.matcher(cursor.rest()).matches()) {
            if (isException || commas > 1) {
                return Optional.of(EnumSet.noneOf(DayOfWeek.class));
            }
            cursor.move(comma);
            joined.subList(joined.indexOf(Joined.COMMA), joined.size()).clear();
        }
        return Optional.of(together(names.subList(0, joined.size() + 1), joined));
    }

    private static Optional<EnumSet<DayOfWeek>> next(TextCursor cursor, List<Joined> joined) {
        var at = cursor.at();
        var how = cursor.skips(TO)
                ? Joined.TO
                : cursor.skips(DASH)
                        ? Joined.DASH
                        : cursor.skips(AND) ? Joined.AND : cursor.skips(COMMA) ? Joined.COMMA : Joined.BLANK;
        if (how == Joined.AND || how == Joined.COMMA) {
            cursor.skip(ARTICLE);
        }
        var name = day(cursor);
        if (name.isPresent()) {
            joined.add(how);
        } else {
            cursor.move(at);
        }
        return name;
    }

    private static Optional<EnumSet<DayOfWeek>> day(TextCursor cursor) {
        var at = cursor.at();
        var letters = cursor.skip(LETTERS);
        if (letters.isPresent()) {
            return Optional.of(ofLetters(letters.get().group()));
        }
        var name = cursor.skip(DAY);
        if (name.isPresent()) {
            return Optional.of(EnumSet.of(of(name.get().group())));
        }
        if (cursor.skips(WEEKEND)) {
            return Optional.of(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        }
        cursor.move(at);
        return Optional.empty();
    }

    private static DayOfWeek of(String name) {
        return DayOfWeek.of(1 + FIRST_LETTERS.indexOf(name.substring(0, 2).toLowerCase(Locale.ROOT)));
    }

    private static EnumSet<DayOfWeek> ofLetters(String letters) {
        return letters.length() == 1
                ? EnumSet.of(DayOfWeek.of(1 + LETTERS_OF_DAYS.indexOf(letters)))
                : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.of(letters.length()));
    }

    /** Two names with a blank between are a list or a range; more of them, or with dashes, are a list. */
    private static EnumSet<DayOfWeek> together(List<EnumSet<DayOfWeek>> names, List<Joined> joined) {
        var isList = joined.size() > 1 && joined.stream().allMatch(joined.get(0)::equals);
        var days = EnumSet.copyOf(names.get(0));
        var last = last(names.get(0));
        for (var i = 0; i < joined.size(); i++) {
            var next = names.get(i + 1);
            var how = joined.get(i);
            var first = next.iterator().next();
            var isTo = how == Joined.TO || how == Joined.DASH && !isList;
            var isClear = isTo
                    ? last.compareTo(first) < 0 && next.size() == 1 && !(i > 0 && isRun(joined.get(i - 1)))
                    : how != Joined.BLANK || isList || last.compareTo(first) == -1;
            if (!isClear || next.stream().anyMatch(days::contains)) {
                return EnumSet.noneOf(DayOfWeek.class);
            }
            days.addAll(isTo ? EnumSet.range(last, first) : next);
            last = last(next);
        }
        return days;
    }

    private static boolean isRun(Joined how) {
        return how != Joined.AND && how != Joined.COMMA;
    }

    private static DayOfWeek last(EnumSet<DayOfWeek> days) {
        return days.stream().reduce((first, second) -> second).orElseThrow();
    }
}
