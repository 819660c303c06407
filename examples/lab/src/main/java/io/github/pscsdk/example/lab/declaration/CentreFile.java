package io.github.pscsdk.example.lab.declaration;

import io.github.pscsdk.commandline.CommandLineProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.csv.Bounds;
import io.github.pscsdk.example.declaration.csv.CsvFile;
import io.github.pscsdk.example.declaration.csv.CsvRefusedException;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.declaration.imports.PublishedLayout;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file in one of the published layouts. Each line that is not blank ends up in exactly one row.
 *
 * @param rows in the order of the file
 */
public record CentreFile(List<Row> rows) {
    public CentreFile {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @throws PscException {@link CommandLineProblem#INPUT_UNREADABLE}, {@link LabProblem#INPUT_EMPTY} or {@link
     *     LabProblem#INPUT_LAYOUT}
     */
    public static CentreFile read(Path file) throws PscException {
        try (var in = Files.newInputStream(file)) {
            return parse(in);
        } catch (IOException e) {
            throw new PscException(CommandLineProblem.INPUT_UNREADABLE, "cannot read " + file, e);
        }
    }

    /**
     * Reads the content of a file.
     *
     * @throws PscException {@link LabProblem#INPUT_EMPTY}, {@link LabProblem#INPUT_LAYOUT}, or {@link
     *     CommandLineProblem#INPUT_UNREADABLE} if it is too large
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
            var lacking = PublishedLayout.nearest(file.columns()).lacking(file.columns());
            if (!lacking.isEmpty()) {
                throw new PscException(
                        LabProblem.INPUT_LAYOUT, "line " + file.headerLine() + ": the header lacks " + lacking);
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

    private static Problem problem(CsvRefusedException.Reason reason) {
        return switch (reason) {
            case EMPTY -> LabProblem.INPUT_EMPTY;
            case UNKNOWN_LAYOUT -> LabProblem.INPUT_LAYOUT;
            case TOO_MANY_BYTES, TOO_MANY_ROWS -> CommandLineProblem.INPUT_UNREADABLE;
        };
    }
}
