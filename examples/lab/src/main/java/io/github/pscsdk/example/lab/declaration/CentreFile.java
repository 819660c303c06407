package io.github.pscsdk.example.console.declaration;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.console.problem.ConsoleProblem;
import io.github.pscsdk.example.declaration.csv.Bounds;
import io.github.pscsdk.example.declaration.csv.CsvFile;
import io.github.pscsdk.example.declaration.csv.CsvRefusedException;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.declaration.imports.PublishedLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file in the published vaccination-centre layout. Each line that is not blank ends up in exactly one row.
 *
 * @param rows in the order of the file
 */
public record CentreFile(List<Row> rows) {
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
        try (var in = Files.newInputStream(file)) {
            return parse(in);
        } catch (IOException e) {
            throw new PscException(ConsoleProblem.INPUT_UNREADABLE, "cannot read " + file, e);
        }
    }

    /**
     * Reads the content of a file.
     *
     * @throws PscException {@link ConsoleProblem#INPUT_EMPTY}, {@link ConsoleProblem#INPUT_LAYOUT}, or {@link
     *     ConsoleProblem#INPUT_UNREADABLE} if it is too large
     */
    public static CentreFile parse(byte[] content) throws PscException {
        try {
            return parse(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    private static CentreFile parse(InputStream in) throws IOException, PscException {
        try {
            var file = CsvFile.open(in, Bounds.DEFAULT);
            var lacking = PublishedLayout.VACCINATION_CENTRES.lacking(file.columns());
            if (!lacking.isEmpty()) {
                throw new PscException(ConsoleProblem.INPUT_LAYOUT, "the header lacks " + lacking);
            }
            var rows = new ArrayList<Row>();
            for (var row = file.next(); row.isPresent(); row = file.next()) {
                rows.add(row.get());
            }
            return new CentreFile(rows);
        } catch (CsvRefusedException e) {
            throw new PscException(problem(e.reason()), e.getMessage(), e);
        }
    }

    private static ConsoleProblem problem(CsvRefusedException.Reason reason) {
        return switch (reason) {
            case EMPTY -> ConsoleProblem.INPUT_EMPTY;
            case UNKNOWN_LAYOUT -> ConsoleProblem.INPUT_LAYOUT;
            case TOO_MANY_BYTES, TOO_MANY_ROWS -> ConsoleProblem.INPUT_UNREADABLE;
        };
    }
}
