package io.github.pscsdk.example.santefr.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a declaration for professionals: the year in which it was begun, and the row.
 *
 * @param year in UTC
 * @param id of the row
 */
record DossierNumber(int year, long id) {
    private static final Pattern SHAPE = Pattern.compile("SF-(\\d{4})-(\\d{7,18})");

    /** The number of no row. */
    private static final DossierNumber NONE = new DossierNumber(0, 0);

    static int yearOf(Instant begun) {
        return begun.atOffset(ZoneOffset.UTC).getYear();
    }

    /** The number in that text; a text of another shape is that of no row. */
    static DossierNumber of(String text) {
        var shape = SHAPE.matcher(text);
        return shape.matches()
                ? new DossierNumber(Integer.parseInt(shape.group(1)), Long.parseLong(shape.group(2)))
                : NONE;
    }

    /** Such as {@code SF-2026-0000042}. */
    String text() {
        return String.format(Locale.ROOT, "SF-%d-%07d", year, id);
    }
}
