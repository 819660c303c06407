package io.github.pscsdk.example.console.csv;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.console.problem.ConsoleProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file in the published vaccination-centre layout: {@code ;} between cells, a header, 42 or 43 columns. Each line that
 * is not blank ends up in exactly one row.
 *
 * @param rows in the order of the file
 */
public record CentreFile(List<Row> rows) {
    /** Forty times the largest published file; more is something else. */
    private static final long MOST_BYTES = 64L << 20;

    /** Copies. */
    public CentreFile {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @throws PscException {@link ConsoleProblem#INPUT_UNREADABLE}, {@link ConsoleProblem#INPUT_EMPTY} or {@link
     *     ConsoleProblem#INPUT_LAYOUT}
     */
    public static CentreFile read(Path file) throws PscException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new PscException(ConsoleProblem.INPUT_UNREADABLE, file + " is larger than 64 MiB");
            }
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new PscException(ConsoleProblem.INPUT_UNREADABLE, "cannot read " + file, e);
        }
    }

    /**
     * Reads the content of a file.
     *
     * @throws PscException {@link ConsoleProblem#INPUT_EMPTY} or {@link ConsoleProblem#INPUT_LAYOUT}
     */
    public static CentreFile parse(byte[] content) throws PscException {
        var lines = SourceText.of(content).lines().toList();
        var headerLine = firstFilled(lines);
        var header = Header.of(lines.get(headerLine - 1));
        var records = new Records(lines, header.columns().size()).from(headerLine + 1);
        if (records.isEmpty()) {
            throw new PscException(ConsoleProblem.INPUT_EMPTY, "a header and no row");
        }
        var fitting = header.fitting(records);
        return new CentreFile(records.stream().map(found -> row(fitting, found)).toList());
    }

    private static Row row(Header header, Records.Found found) {
        return found.cells()
                .map(cells -> header.row(found.line(), cells))
                .orElseGet(() -> new Row.Unreadable(found.line(), Row.Flaw.BROKEN_QUOTES));
    }

    private static int firstFilled(List<String> lines) throws PscException {
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return i + 1;
            }
        }
        throw new PscException(ConsoleProblem.INPUT_EMPTY, "not a single line");
    }
}
