package io.github.pscsdk.example.declaration.csv;

import io.github.pscsdk.example.declaration.csv.CsvRefusedException.Reason;
import io.github.pscsdk.example.declaration.csv.LineSource.Line;
import io.github.pscsdk.example.declaration.csv.Row.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file of rows under a header: UTF-8 with or without a byte order mark, line by line else the encoding of French
 * Windows; any line end; {@code ;}, {@code ,} or a tab between cells, whichever cuts the header into most. Each line
 * that is not blank ends up in exactly one row. Read as it comes: memory does not grow with the file. For one thread.
 */
public final class CsvFile {
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t');
    /** So many records tell whether the header lacks a column. */
    private static final int LOOKED_AT = 100;

    private final Records records;
    private final List<String> columns;
    /** So many columns there are up to the last one that has a name. */
    private final int named;

    private final int headerLine;
    private final Deque<Records.Found> ahead = new ArrayDeque<>();
    private final Bounds bounds;
    private int rows;

    private CsvFile(Records records, List<String> columns, int headerLine, Bounds bounds)
            throws IOException, CsvRefusedException {
        this.records = records;
        this.headerLine = headerLine;
        this.bounds = bounds;
        for (var found = records.next(); found.isPresent(); found = records.next()) {
            ahead.add(found.get());
            if (ahead.size() == LOOKED_AT) {
                break;
            }
        }
        if (ahead.isEmpty()) {
            throw new CsvRefusedException(Reason.EMPTY, "a header and no row");
        }
        this.columns = lacksAColumn(columns.size())
                ? Stream.concat(columns.stream(), Stream.of("")).toList()
                : List.copyOf(columns);
        this.named = IntStream.rangeClosed(1, columns.size())
                .filter(count -> !columns.get(count - 1).isEmpty())
                .max()
                .orElse(0);
    }

    /**
     * Reads the header.
     *
     * @param in read as far as needed, never closed
     * @throws CsvRefusedException {@link Reason#EMPTY}, {@link Reason#TOO_MANY_BYTES}, or {@link Reason#UNKNOWN_LAYOUT}
     *     if the first line is no header at all
     */
    public static CsvFile open(InputStream in, Bounds bounds) throws IOException, CsvRefusedException {
        var lines = new LineSource(in, bounds);
        while (lines.peek(0).filter(Line::isBlank).isPresent()) {
            lines.take(1);
        }
        var first = lines.peek(0);
        if (first.isEmpty()) {
            throw new CsvRefusedException(Reason.EMPTY, "not a single line");
        }
        lines.take(1);
        var header = first.get().text();
        var delimiter = DELIMITERS.stream()
                .max(Comparator.comparing(
                        one -> Records.cut(header, one).map(List::size).orElse(0)))
                .orElseThrow();
        var names = Records.cut(header, delimiter);
        if (names.isEmpty() || first.get().tooLong()) {
            throw new CsvRefusedException(Reason.UNKNOWN_LAYOUT, "the first line is no header");
        }
        var records = new Records(lines, delimiter, names.get().size(), bounds);
        return new CsvFile(records, unique(names.get()), first.get().number(), bounds);
    }

    /** Lower case, without blanks around them; a name that comes twice gets a number. */
    private static List<String> unique(List<String> cells) {
        var columns = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var cell : cells) {
            var name = cell.strip().toLowerCase(Locale.ROOT);
            var unique = name;
            for (var i = 2; !unique.isEmpty() && !seen.add(unique); i++) {
                unique = name + " (" + i + ")";
            }
            columns.add(unique);
        }
        return columns;
    }

    /**
     * Whether most records end with a delimiter that the header lacks: a habit of January 2021. Decided for the file
     * and not for a row, in which a stray delimiter would move every later cell.
     */
    private boolean lacksAColumn(int size) {
        var longer = ahead.stream()
                .flatMap(found -> found.cells().stream())
                .filter(cells -> cells.size() == size + 1 && cells.get(size).isBlank())
                .count();
        return 2 * longer > ahead.size();
    }

    /** The names of the columns, in lower case and each once; one at the end may have none. */
    public List<String> columns() {
        return columns;
    }

    /** The line of the header, counted from 1. */
    public int headerLine() {
        return headerLine;
    }

    /**
     * The next row; empty behind the last.
     *
     * @throws CsvRefusedException {@link Reason#TOO_MANY_ROWS}, {@link Reason#TOO_MANY_BYTES}
     */
    public Optional<Row> next() throws IOException, CsvRefusedException {
        var found = ahead.isEmpty() ? records.next() : Optional.of(ahead.remove());
        if (found.isPresent() && ++rows > bounds.mostRows()) {
            throw new CsvRefusedException(Reason.TOO_MANY_ROWS, "more than " + bounds.mostRows() + " rows");
        }
        return found.map(this::row);
    }

    /** Puts the cells of a record under the names of their columns, which have drifted in place. */
    private Row row(Records.Found found) {
        if (found.cells().isEmpty()) {
            return new Row.Unreadable(found.line(), found.tooLong() ? Flaw.TOO_LONG : Flaw.BROKEN_QUOTES);
        }
        var cells = found.cells().get();
        if (cells.stream().allMatch(String::isBlank)) {
            return new Row.Unreadable(found.line(), Flaw.NO_CELL_FILLED);
        }
        if (cells.size() < named) {
            return new Row.Unreadable(found.line(), Flaw.TOO_FEW_CELLS);
        }
        if (cells.size() > columns.size()) {
            return new Row.Unreadable(found.line(), Flaw.TOO_MANY_CELLS);
        }
        var byName = new LinkedHashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            byName.putIfAbsent(columns.get(i), cells.get(i));
        }
        return new Row.Readable(found.line(), Collections.unmodifiableMap(byName), found.windows());
    }
}
