package io.github.pscsdk.example.imports.csv;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.pscsdk.example.imports.csv.CsvRefusedException.Reason;
import io.github.pscsdk.example.imports.csv.LineSource.Line;
import io.github.pscsdk.example.imports.csv.Row.Flaw;
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

/**
 * A file of rows under a header: UTF-8 with or without a byte order mark, line by line else the encoding of French
 * Windows; any line end; {@code ;}, {@code ,} or a tab between cells, whichever cuts the header into most. Each line
 * that is not blank ends up in exactly one row. Read as it comes: memory does not grow with the file. For one thread.
 *
 * <p>One broken record costs one row and never the rest of the file. A quoted cell may go on over the next lines. A
 * line with as many delimiters as a whole record ends it: it is the end of the record where the first line had fewer
 * and the two make exactly a record, and else a record by itself.
 */
public final class CsvFile {
    private static final CsvFactory CSV = new CsvFactory();
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t');
    /** So many records tell whether the header lacks a column. */
    private static final int LOOKED_AT = 100;
    /** More lines than any cell seen in the published files: theirs have one. */
    private static final int MOST_LINES = 50;

    private final LineSource lines;
    private final Bounds bounds;
    private final int headerLine;
    private final char delimiter;
    private final List<String> columns;
    private final int cellsOfTheHeader;
    private final Deque<Found> ahead = new ArrayDeque<>();
    private int rows;

    private CsvFile(LineSource lines, Bounds bounds, int headerLine, char delimiter, List<String> header)
            throws IOException, CsvRefusedException {
        this.lines = lines;
        this.bounds = bounds;
        this.headerLine = headerLine;
        this.delimiter = delimiter;
        this.columns = unique(header);
        this.cellsOfTheHeader = header.size();
        for (var found = record(); found.isPresent(); found = record()) {
            ahead.add(found.get());
            if (ahead.size() == LOOKED_AT) {
                break;
            }
        }
        if (ahead.isEmpty()) {
            throw new CsvRefusedException(Reason.EMPTY, "a header and no row");
        }
        if (lacksAColumn()) {
            columns.add("");
        }
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
        var first = lines.peek();
        if (first.isEmpty()) {
            throw new CsvRefusedException(Reason.EMPTY, "not a single line");
        }
        lines.take(1);
        var text = first.get().text();
        var delimiter = DELIMITERS.stream()
                .max(Comparator.comparing(one -> cut(text, one).map(List::size).orElse(0)))
                .orElseThrow();
        var header = cut(text, delimiter);
        if (header.isEmpty() || first.get().tooLong()) {
            throw new CsvRefusedException(Reason.UNKNOWN_LAYOUT, "the first line is no header");
        }
        return new CsvFile(lines, bounds, first.get().number(), delimiter, header.get());
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
    private boolean lacksAColumn() {
        var longer = ahead.stream()
                .flatMap(found -> found.cells().stream())
                .filter(cells -> cells.size() == columns.size() + 1
                        && cells.get(columns.size()).isBlank())
                .count();
        return 2 * longer > ahead.size();
    }

    /** The names of the columns, in lower case and each once; one at the end may have none. */
    public List<String> columns() {
        return Collections.unmodifiableList(columns);
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
        var found = ahead.isEmpty() ? record() : Optional.of(ahead.remove());
        if (found.isPresent() && ++rows > bounds.mostRows()) {
            throw new CsvRefusedException(Reason.TOO_MANY_ROWS, "more than " + bounds.mostRows() + " rows");
        }
        return found.map(this::row);
    }

    /** Puts the cells of a record under the names of their columns, which have drifted in place. */
    private Row row(Found found) {
        if (found.cells().isEmpty()) {
            return new Row.Unreadable(found.line(), found.tooLong() ? Flaw.TOO_LONG : Flaw.BROKEN_QUOTES);
        }
        var cells = found.cells().get();
        if (cells.stream().allMatch(String::isBlank)) {
            return new Row.Unreadable(found.line(), Flaw.NO_CELL_FILLED);
        }
        if (cells.size() < named()) {
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

    /** So many columns there are up to the last one that has a name. */
    private int named() {
        var named = columns.size();
        while (named > 0 && columns.get(named - 1).isEmpty()) {
            named--;
        }
        return named;
    }

    /** A record that begins on a line; no cells where its quotes do not match, or it is too long. */
    private record Found(int line, Optional<List<String>> cells, boolean windows, boolean tooLong) {}

    /** The next record that is no blank line; empty behind the last. */
    private Optional<Found> record() throws IOException, CsvRefusedException {
        var first = lines.peek();
        return first.isPresent() ? Optional.of(record(first.get())) : Optional.empty();
    }

    private Found record(Line first) throws IOException, CsvRefusedException {
        var texts = new ArrayList<String>();
        var windows = false;
        var complete = false;
        var quotes = 0L;
        for (var line = Optional.of(first);
                line.isPresent() && !complete && isContinued(line.get(), texts);
                line = lines.peek(texts.size())) {
            complete = !texts.isEmpty() && isRecordByItself(line.get().text());
            texts.add(line.get().text());
            windows |= line.get().windows();
            quotes += count(line.get().text(), '"');
            // An odd quote is still open: cutting at each line would take long where none ever closes.
            var cut = texts.size() == 1 || quotes % 2 == 0
                    ? cut(String.join("\n", texts), delimiter)
                    : Optional.<List<String>>empty();
            if (cut.isPresent() && (!complete || cut.get().size() == cellsOfTheHeader)) {
                lines.take(texts.size());
                var tooLong = cut.get().stream().anyMatch(cell -> cell.length() > bounds.mostCharacters());
                return new Found(first.number(), cut.filter(all -> !tooLong), windows, tooLong);
            }
        }
        lines.take(1);
        return new Found(first.number(), Optional.empty(), first.windows(), first.tooLong());
    }

    private boolean isContinued(Line line, List<String> before) {
        var length =
                before.stream().mapToInt(String::length).sum() + line.text().length();
        return !line.tooLong()
                && length <= bounds.mostCharactersOfARow()
                && before.size() < MOST_LINES
                && (before.isEmpty() || !isRecordByItself(line.text()) || !isRecordByItself(before.get(0)));
    }

    private boolean isRecordByItself(String line) {
        return count(line, delimiter) >= cellsOfTheHeader - 1;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    /**
     * Cuts the text of one record into cells as they stand (RFC 4180, with that delimiter); empty where its quotes do
     * not match.
     */
    private static Optional<List<String>> cut(String record, char delimiter) {
        try (var parser = CSV.createParser(record)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(delimiter));
            var cells = new ArrayList<String>();
            for (var token = parser.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    cells.add(parser.getText());
                }
            }
            return Optional.of(cells);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
