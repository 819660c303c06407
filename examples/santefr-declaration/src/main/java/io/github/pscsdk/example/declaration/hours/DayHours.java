package io.github.pscsdk.example.declaration.hours;

import io.github.pscsdk.example.declaration.hours.DayScanner.Day;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The opening hours of one day, as far as they could be read. */
public sealed interface DayHours {
    /** The most ranges that one day has. */
    int MOST_RANGES = 3;

    /** The text of a day that is open, and of which no hours are written yet. */
    String OPEN = "?";

    /** As a pattern, whatever it is that is closed. */
    String CLOSED = "(?:ferm(?:ée?s?|e)(?: au public)?|fermeture)";

    /** Such as "semaines paires", "un samedi sur deux", "le premier mardi du mois". */
    Pattern ALTERNATING_WEEKS = HoursPatterns.pattern(
            HoursPatterns.words("(?:im)?paire?s?|semaines? *[ABab12]|sur *(?:deux|2|trois|3|4)|par quinzaine"
                    + "|tous les (?:15|quinze) jours|(?:\\d *(?:er|[eè]me|e)|premiers?|deuxièmes?|seconds?|troisièmes?|derniers?) +"
                    + "(?:lun|mar|mer|jeu|ven|sam|dim)\\p{L}*|du mois|en alternance|certains|parfois"));

    /** Not of every week, such as "vacances", "jusqu'au 30/06", "du 1er au 15 mai". */
    Pattern FOR_A_TIME = HoursPatterns.pattern(
            "jusqu['’](?:au?(?= +[0-9])|à +fin)|du +(?:1er|[0-9]{1,2})(?! *[h:])[^:]* au +(?:1er|[0-9]{1,2})(?! *[h:])"
                    + "|(?<!\\p{L})(?:vacances|été|hiver|saison|période|pendant|avant)(?!\\p{L})"
                    + "|(?<![0-9r] )(?<!\\p{L})(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
                    + "|décembre)(?!\\p{L})");

    Pattern NOT_OPEN = HoursPatterns.pattern(CLOSED + "\\.?|\\(" + CLOSED + "\\)");

    /** The spelling of Santé.fr; reading it again gives an equal value. */
    String canonical();

    /**
     * Reads one day.
     *
     * @param text any text, such as {@code 8h30-12h / 14:00-18:00}, {@code fermé} or {@code sur rendez-vous}
     */
    static DayHours read(String text) {
        var trimmed = Blanks.trim(text);
        if (trimmed.isEmpty() || NOT_OPEN.matcher(trimmed).matches()) {
            return new Closed();
        }
        if (trimmed.equals(OPEN)) {
            return new Impossible(trimmed, Reason.NO_HOURS);
        }
        if (alternates(trimmed)) {
            return new Unread(trimmed, Optional.empty());
        }
        return DayScanner.day(trimmed)
                .map(day -> checked(trimmed, day))
                .orElseGet(() -> new Unread(trimmed, suggestion(trimmed)));
    }

    /** Whether two open days have a time in common. */
    static boolean overlap(DayHours one, DayHours other) {
        return one instanceof Open first
                && other instanceof Open second
                && first.ranges().stream()
                        .anyMatch(range -> second.ranges().stream()
                                .anyMatch(also -> range.start() < also.end() && also.start() < range.end()));
    }

    /** Whether hours are not those of every week. */
    static boolean alternates(String text) {
        return ALTERNATING_WEEKS.matcher(text).find();
    }

    /** Whether hours are those of a season or up to a date: not of a text that says when something is closed. */
    static boolean isForATime(String text) {
        return FOR_A_TIME.matcher(text).find()
                && (DayScanner.hasTime(text)
                        || !HoursPatterns.pattern(CLOSED).matcher(text).find());
    }

    private static Optional<Open> suggestion(String text) {
        var mended = TypingMistakes.mended(text);
        return DayScanner.day(mended)
                .filter(day -> !mended.equals(text))
                .or(() -> DayScanner.guess(mended))
                .map(day -> checked(mended, day))
                .filter(Open.class::isInstance)
                .map(Open.class::cast);
    }

    /** Hours that cannot be are told where it is plain how they were meant. */
    private static DayHours checked(String text, Day day) {
        var fault = fault(day.ranges());
        if (fault.isEmpty()) {
            return new Open(day.ranges(), day.remark());
        }
        return day.isPlain() ? new Impossible(text, fault.get()) : new Unread(text, Optional.empty());
    }

    private static Optional<Reason> fault(List<TimeRange> ranges) {
        if (ranges.size() > MOST_RANGES) {
            return Optional.of(Reason.TOO_MANY_RANGES);
        }
        var free = 0;
        for (var range : ranges) {
            if (range.start() >= TimeRange.DAY || range.end() > TimeRange.DAY) {
                return Optional.of(Reason.NO_SUCH_TIME);
            }
            if (range.start() >= range.end()) {
                return Optional.of(Reason.ENDS_BEFORE_START);
            }
            if (range.start() < free) {
                return Optional.of(Reason.OUT_OF_ORDER);
            }
            free = range.end();
        }
        return Optional.empty();
    }

    /** Closed, or nothing said. */
    record Closed() implements DayHours {
        @Override
        public String canonical() {
            return "fermé";
        }
    }

    /**
     * Open.
     *
     * @param ranges one to three, apart from each other, in the order of the day
     * @param remark such as {@code sur rendez-vous}; mostly empty
     */
    record Open(List<TimeRange> ranges, String remark) implements DayHours {
        @Override
        public String canonical() {
            var times = ranges.stream().map(TimeRange::canonical).collect(Collectors.joining(" et "));
            return remark.isEmpty() ? times : times + " " + remark;
        }
    }

    /**
     * Outside the grammar: kept for people to read.
     *
     * @param canonical as written, without the blanks around it
     * @param suggestion hours that may be meant, where the text has a slip of the pen
     */
    record Unread(String canonical, Optional<Open> suggestion) implements DayHours {}

    /**
     * In the grammar, but no day can have such hours.
     *
     * @param canonical as written, without the blanks around it
     * @param reason what is wrong with it
     */
    record Impossible(String canonical, Reason reason) implements DayHours {}

    enum Reason {
        /** Open, but nobody said when. */
        NO_HOURS,
        /** Such as {@code 25h00} or {@code 12h75}. */
        NO_SUCH_TIME,
        /** A range closes at the time it opens, or before. */
        ENDS_BEFORE_START,
        /** Two ranges overlap, or the later one comes first. */
        OUT_OF_ORDER,
        TOO_MANY_RANGES
    }
}
