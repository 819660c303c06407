package io.github.pscsdk.example.declaration.hours;

import static io.github.pscsdk.example.declaration.hours.HoursPatterns.words;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
    private static final String LETTERS_OF_DAYS = "LMMJVSD";
    // "M" alone may be two days.
    private static final String DAY = "(?:(?<letters>(?-iu:LMMJ(?:V(?:SD?)?)?|[LJVSD]))(?![\\p{L}\\p{N}'’.])"
            + "|(?<weekend>" + words("week[- ]?ends?|we") + ")"
            + "|(?<name>" + words("(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?") + "|"
            + words("lun?|mar?|mer?|jeu?|ven?|sam?|dim?") + "\\.?))";
    private static final String ARTICLE = "(?: *" + words("les?") + ")?";
    private static final Pattern FIRST = HoursPatterns.pattern("( *)" + DAY);
    private static final Pattern NEXT = HoursPatterns.pattern("( *(?:" + words("au|à") + "|[-–—]|(?:[,/&+]? *"
            + words("et|y compris") + "|[/&+,])" + ARTICLE + ")? *)" + DAY);

    private static final String SIGN = "(?:[-–/,;.&+(] *(?:[-–/,;] *)?)?";
    private static final String LEAD =
            "(?:(?:et|puis|ouvert(?:ure)?|du|de|les?|tous les(?! jours)|chaque(?! jour)) +)*";
    private static final String CLOSED =
            words("(?<=^|[,;.(/–-] ?|et )" + DayHours.CLOSED + "(?: *:)?|" + DayHours.CLOSED + "(?= +les? )");
    private static final String EXCEPT = words("sauf|hors|excepté|à l['’]exception d(?:u|es)");
    private static final String EVERY =
            words("(?:tous les jours|chaque jour)(?! *(?:ouvr|de(?! *[0-9])|f[ée]ri|pair|impair|scolaire|sur))"
                    + "(?: *,? *y compris +(?:les? +)?(?:sam|dim)\\p{L}+(?: +et +(?:les? +)?dim\\p{L}+)?)?"
                    + "|7 *j(?:ours?)? *(?:/|sur) *7(?: *j(?:ours?)?)?|7 */ *7 *j(?:ours?)?");
    private static final Pattern BEGINNING = HoursPatterns.pattern("(?:(?<![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}])) *" + SIGN
            + LEAD + "(?<closed>" + CLOSED + ")? *(?<except>" + EXCEPT + ")?" + ARTICLE + " *(?<every>" + EVERY + ")?");

    private static final Pattern BUT = HoursPatterns.pattern(" *" + SIGN + EXCEPT + ARTICLE);
    private static final String CLOSING = "\\) *,?|,";
    private static final Pattern END_OF_BUT = Pattern.compile(" *(?:" + CLOSING + ")?");
    private static final Pattern END = Pattern.compile(" *(?:(?<colon>:)|" + CLOSING + ")?");
    private static final Pattern END_OF_CLAUSE = Pattern.compile(" *(?:[,.;)/–-].*)?", Pattern.DOTALL);
    private static final String NOT_ON = "(?:sauf|hors) +";
    private static final Pattern HOLIDAYS = HoursPatterns.pattern(" *\\(?[,/&]? *(?:(?:et|y compris) +)?(?<words>(?:"
            + NOT_ON + ")?(?:les? +)?(?:jours? +)?fériés?(?: +(?:compris|inclus))?)(?!\\p{L})\\)?");
    private static final Pattern CLOSED_ON_HOLIDAYS = HoursPatterns.pattern(NOT_ON + ".*");
    private static final Pattern SAID_OF_HOLIDAYS = HoursPatterns.pattern(NOT_ON + ".*|.*(?:compris|inclus)");

    /** How a day follows another one, by its words. */
    private enum Joined {
        TO("au|à"),
        DASH("[-–—]"),
        COMMA(", *(?:les?)?"),
        BLANK(""),
        AND(".+");

        private final Pattern words;

        Joined(String words) {
            this.words = HoursPatterns.pattern(words);
        }
    }

    private record Name(Joined joined, EnumSet<DayOfWeek> days, int end) {
        static Name of(Matcher found) {
            var how = Arrays.stream(Joined.values())
                    .filter(one -> one.words.matcher(found.group(1).strip()).matches())
                    .findFirst();
            return new Name(how.orElseThrow(), days(found), found.end());
        }

        private static EnumSet<DayOfWeek> days(Matcher found) {
            var letters = found.group("letters");
            if (letters != null) {
                return letters.length() > 1
                        ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.of(letters.length()))
                        : EnumSet.of(DayOfWeek.of(1 + LETTERS_OF_DAYS.indexOf(letters)));
            }
            if (found.group("weekend") != null) {
                return EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            }
            var first = found.group("name").substring(0, 2).toLowerCase(Locale.ROOT);
            return EnumSet.of(DayOfWeek.of(1 + FIRST_LETTERS.indexOf(first)));
        }

        /** Whether the days before it go on to it. */
        boolean isRun() {
            return joined == Joined.TO || joined == Joined.DASH || joined == Joined.BLANK;
        }
    }

    private record Named(EnumSet<DayOfWeek> days, int end) {}

    /** All in a text, from left to right. */
    static List<DayExpression> in(String text) {
        var plain = HoursPatterns.plain(text);
        var found = new ArrayList<DayExpression>();
        for (var at = 0; at < plain.length(); ) {
            var named = read(plain, at);
            named.ifPresent(found::add);
            at = named.map(DayExpression::end).orElse(at + 1);
        }
        return found;
    }

    /** Whether the holidays are open or closed as these days are, rather than an exception. */
    boolean isOpenOnHolidays() {
        return !holidays.isEmpty() && !CLOSED_ON_HOLIDAYS.matcher(holidays).matches();
    }

    private static Optional<DayExpression> read(String text, int start) {
        var beginning = HoursPatterns.at(start, text, BEGINNING);
        if (beginning.isEmpty()) {
            return Optional.empty();
        }
        var isClosed = beginning.get().group("closed") != null;
        var isException = beginning.get().group("except") != null;
        var isEvery = beginning.get().group("every") != null;
        var from = beginning.get().end();
        var named = isEvery
                ? Optional.of(new Named(EnumSet.allOf(DayOfWeek.class), from))
                : named(text, from, isClosed, isException);
        return named.map(all -> {
            var open = isException ? all : withoutExceptions(text, all);
            var holidays = HoursPatterns.at(open.end(), text, HOLIDAYS);
            var words = holidays.map(found -> found.group("words")).orElse("");
            // Holidays behind an exception are one too, unless they are said to be included.
            var isSaid = words.isEmpty()
                    || open.equals(all)
                    || SAID_OF_HOLIDAYS.matcher(words).matches();
            var end = HoursPatterns.at(holidays.map(Matcher::end).orElse(open.end()), text, END)
                    .orElseThrow();
            return new DayExpression(
                    open.days(),
                    isException,
                    isClosed,
                    isEvery,
                    end.group("colon") != null,
                    isSaid ? words : "sauf " + words,
                    start,
                    end.end());
        });
    }

    private static Named withoutExceptions(String text, Named named) {
        var but = HoursPatterns.at(named.end(), text, BUT).flatMap(found -> named(text, found.end(), false, false));
        if (but.isEmpty()
                || but.get().days().isEmpty()
                || !named.days().containsAll(but.get().days())) {
            return named;
        }
        var open = EnumSet.copyOf(named.days());
        open.removeAll(but.get().days());
        var end = HoursPatterns.at(but.get().end(), text, END_OF_BUT)
                .orElseThrow()
                .end();
        return withoutExceptions(text, new Named(open, end));
    }

    /**
     * Days that are named one after the other; empty where none is named, and a set of none where it is not certain
     * which.
     */
    private static Optional<Named> named(String text, int from, boolean isClosed, boolean isException) {
        var names = new ArrayList<Name>();
        for (var next = HoursPatterns.at(from, text, FIRST);
                next.isPresent();
                next = HoursPatterns.at(next.get().end(), text, NEXT)) {
            names.add(Name.of(next.get()));
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var end = names.get(names.size() - 1).end();
        var commas = IntStream.range(0, names.size())
                .filter(i -> names.get(i).joined == Joined.COMMA)
                .toArray();
        if (commas.length > 0
                && (isClosed || isException)
                && !END_OF_CLAUSE.matcher(text.substring(end)).matches()) {
            if (isException || commas.length > 1) {
                return Optional.of(new Named(EnumSet.noneOf(DayOfWeek.class), end));
            }
            names.subList(commas[0], names.size()).clear();
        }
        return Optional.of(
                new Named(together(names), names.get(names.size() - 1).end()));
    }

    /** Two names with a blank between are a list or a range; more of them, or with dashes, are a list. */
    private static EnumSet<DayOfWeek> together(List<Name> names) {
        var isList = names.size() > 2
                && names.stream().skip(1).map(Name::joined).distinct().count() == 1;
        var days = EnumSet.copyOf(names.get(0).days());
        for (var i = 1; i < names.size(); i++) {
            var last = Collections.max(names.get(i - 1).days());
            var next = names.get(i);
            var first = Collections.min(next.days());
            var isTo = next.joined == Joined.TO || next.joined == Joined.DASH && !isList;
            var isClear = isTo
                    ? last.compareTo(first) < 0
                            && next.days().size() == 1
                            && !(i > 1 && names.get(i - 1).isRun())
                    : next.joined != Joined.BLANK || isList || last.compareTo(first) == -1;
            if (!isClear || next.days().stream().anyMatch(days::contains)) {
                return EnumSet.noneOf(DayOfWeek.class);
            }
            days.addAll(isTo ? EnumSet.range(last, first) : next.days());
        }
        return days;
    }
}
