package io.github.pscsdk.example.imports.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rows that {@link CsvFile} and spreadsheets read: every cell quoted, {@code ;} between them. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front. For one thread.
 */
public final class CsvWriter {
    private static final String FORMULA = "=+-@\t\r";

    private final Appendable out;

    /** Writes there; flushing and closing stay with the caller. */
    public CsvWriter(Appendable out) {
        this.out = out;
    }

    public void row(List<String> cells) {
        try {
            out.append(cells.stream().map(CsvWriter::quoted).collect(Collectors.joining(";", "", "\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a row", e);
        }
    }

    private static String quoted(String cell) {
        var formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + cell.replace("\"", "\"\"") + "\"";
    }
}
