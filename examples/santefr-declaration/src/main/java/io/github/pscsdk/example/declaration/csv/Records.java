package io.github.pscsdk.example.declaration.csv;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.pscsdk.example.declaration.csv.LineSource.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where each record of a file begins and ends, so that one broken record costs one row and never the rest of the
 * file. A quoted cell may go on over the next lines. A line with as many delimiters as a whole record ends it: it is
 * the end of the record where the first line had fewer and the two make exactly a record, and else a record by itself.
 */
final class Records {
    /** More lines than any cell seen in the published files: theirs have one. */
    private static final int MOST_LINES = 50;

    private static final CsvFactory CSV = new CsvFactory();

    private final LineSource lines;
    private final char delimiter;
    private final int columns;
    private final Bounds bounds;

    Records(LineSource lines, char delimiter, int columns, Bounds bounds) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.columns = columns;
        this.bounds = bounds;
    }

    /** A record that begins on a line; no cells where its quotes do not match, or it is too long. */
    record Found(int line, Optional<List<String>> cells, boolean windows, boolean tooLong) {}

    /** The next record that is no blank line; empty behind the last. */
    Optional<Found> next() throws IOException, CsvRefusedException {
        for (var line = lines.peek(0); line.isPresent(); line = lines.peek(0)) {
            if (!line.get().isBlank()) {
                return Optional.of(record(line.get()));
            }
            lines.take(1);
        }
        return Optional.empty();
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
            if (cut.isPresent() && (!complete || cut.get().size() == columns)) {
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
        return count(line, delimiter) >= columns - 1;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    /**
     * Cuts the text of one record into cells as they stand (RFC 4180, with that delimiter); empty where its quotes do
     * not match.
     */
    static Optional<List<String>> cut(String record, char delimiter) {
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
