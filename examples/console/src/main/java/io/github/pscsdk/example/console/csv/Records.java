package io.github.pscsdk.example.console.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where each record of a file begins and ends, so that one broken record costs one row and never the rest of the
 * file: a quoted cell may go on over the next lines, but not over a line that is a whole record by itself.
 */
final class Records {
    /** More lines than any cell seen in the published files: theirs have one. */
    private static final int MOST_LINES = 50;

    private final List<String> lines;
    private final int columns;

    /**
     * @param lines all lines of the file
     * @param columns how many the header has
     */
    Records(List<String> lines, int columns) {
        this.lines = List.copyOf(lines);
        this.columns = columns;
    }

    /** A record that begins on a line counted from 1; no cells where its quotes do not match. */
    record Found(int line, Optional<List<String>> cells) {}

    /** All records from that line on, blank lines left out. */
    List<Found> from(int firstLine) {
        var all = new ArrayList<Found>();
        var next = firstLine - 1;
        while (next < lines.size()) {
            if (lines.get(next).isBlank()) {
                next++;
                continue;
            }
            var end = endOf(next);
            all.add(new Found(next + 1, Cells.of(joined(next, end))));
            next = end;
        }
        return all;
    }

    /** The line after the record; the next one where the record is broken. */
    private int endOf(int start) {
        for (var end = start + 1; end <= Math.min(start + MOST_LINES, lines.size()); end++) {
            if (end > start + 1 && isRecordByItself(lines.get(end - 1))) {
                break;
            }
            if (Cells.of(joined(start, end)).isPresent()) {
                return end;
            }
        }
        return start + 1;
    }

    private String joined(int start, int end) {
        return String.join("\n", lines.subList(start, end));
    }

    private boolean isRecordByItself(String line) {
        return line.chars().filter(c -> c == Cells.DELIMITER).count() >= columns - 1;
    }
}
