package io.github.pscsdk.example.declaration.csv;

import io.github.pscsdk.example.declaration.csv.CsvRefusedException.Reason;
import io.github.pscsdk.example.declaration.csv.LineSource.Line;
import io.github.pscsdk.example.declaration.csv.Records.Cells;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

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
    private final Header header;
    private final int headerLine;
    private final Deque<Records.Found> ahead;
    private final Bounds bounds;
    private int rows;

    private CsvFile(Records records, Header header, int headerLine, List<Records.Found> ahead, Bounds bounds) {
        this.records = records;
        this.headerLine = headerLine;
        this.header = header;
        this.ahead = new ArrayDeque<>(ahead);
        this.bounds = bounds;
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
        var cells = DELIMITERS.stream()
                .map(Cells::new)
                .max(Comparator.comparing(
                        cut -> cut.of(first.get().text()).map(List::size).orElse(0)))
                .orElseThrow();
        var names = cells.of(first.get().text());
        if (names.isEmpty() || first.get().tooLong()) {
            throw new CsvRefusedException(Reason.UNKNOWN_LAYOUT, "the first line is no header");
        }
        var header = Header.of(names.get());
        var records = new Records(lines, cells, header.columns().size(), bounds);
        return fitting(records, header, first.get().number(), bounds);
    }

    private static CsvFile fitting(Records records, Header header, int headerLine, Bounds bounds)
            throws IOException, CsvRefusedException {
        var ahead = new ArrayList<Records.Found>();
        for (var found = records.next(); found.isPresent(); found = records.next()) {
            ahead.add(found.get());
            if (ahead.size() == LOOKED_AT) {
                break;
            }
        }
        if (ahead.isEmpty()) {
            throw new CsvRefusedException(Reason.EMPTY, "a header and no row");
        }
        return new CsvFile(records, header.fitting(ahead), headerLine, ahead, bounds);
    }

    /** The names of the columns, in lower case and each once; one at the end may have none. */
    public List<String> columns() {
        return header.columns();
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
        return found.map(header::row);
    }
}
