package io.github.pscsdk.example.lab.declaration;

import io.github.pscsdk.commandline.internal.CommandLineProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.imports.PublishedLayout;
import io.github.pscsdk.example.imports.csv.Bounds;
import io.github.pscsdk.example.imports.csv.CsvFile;
import io.github.pscsdk.example.imports.csv.CsvRefusedException;
import io.github.pscsdk.example.imports.csv.Row;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A file in one of the published layouts. Each line that is not blank ends up in exactly one row. Read as it comes:
 * memory does not grow with the file.
 */
public final class CentreFile {
    private static final int SOME = 1_000;

    private final Source source;
    private final int size;

    private CentreFile(Source source, int size) {
        this.source = source;
        this.size = size;
    }

    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    @FunctionalInterface
    public interface Work<T> {
        T on(Rows rows) throws PscException, InterruptedException;
    }

    /**
     * Reads all of it once: what is refused is refused before anything begins.
     *
     * @throws PscException {@link CommandLineProblem#INPUT_UNREADABLE}, {@link LabProblem#INPUT_EMPTY} or {@link
     *     LabProblem#INPUT_LAYOUT}
     */
    public static CentreFile of(Source source) throws PscException, InterruptedException {
        return new CentreFile(source, read(source, CentreFile::count));
    }

    public int size() {
        return size;
    }

    /** Reads the rows, for as long as the work takes. */
    public <T> T read(Work<T> work) throws PscException, InterruptedException {
        return read(source, work);
    }

    private static int count(Rows rows) throws PscException {
        var size = 0;
        for (var some = rows.next(SOME); !some.isEmpty(); some = rows.next(SOME)) {
            size += some.size();
        }
        return size;
    }

    private static <T> T read(Source source, Work<T> work) throws PscException, InterruptedException {
        try (var in = source.open()) {
            var file = CsvFile.open(in, Bounds.DEFAULT);
            var lacking = PublishedLayout.nearest(file.columns()).lacking(file.columns());
            if (!lacking.isEmpty()) {
                throw new PscException(
                        LabProblem.INPUT_LAYOUT, "line " + file.headerLine() + ": the header lacks " + lacking);
            }
            return work.on(most -> next(file, most));
        } catch (CsvRefusedException e) {
            throw refused(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static List<Row> next(CsvFile file, int most) throws PscException {
        try {
            var rows = new ArrayList<Row>();
            while (rows.size() < most) {
                var row = file.next();
                if (row.isEmpty()) {
                    break;
                }
                rows.add(row.get());
            }
            return rows;
        } catch (CsvRefusedException e) {
            throw refused(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static PscException unreadable(IOException e) {
        return new PscException(CommandLineProblem.INPUT_UNREADABLE, "cannot read " + e.getMessage(), e);
    }

    private static PscException refused(CsvRefusedException e) {
        return new PscException(problem(e.reason()), e.getMessage(), e);
    }

    private static Problem problem(CsvRefusedException.Reason reason) {
        return switch (reason) {
            case EMPTY -> LabProblem.INPUT_EMPTY;
            case UNKNOWN_LAYOUT -> LabProblem.INPUT_LAYOUT;
            case TOO_MANY_BYTES, TOO_MANY_ROWS -> CommandLineProblem.INPUT_UNREADABLE;
        };
    }

    /** Rows in the order of their file, read as they are asked for. For one thread. */
    @FunctionalInterface
    public interface Rows {
        /** The next ones; none behind the last. */
        List<Row> next(int most) throws PscException;
    }
}
