package io.github.pscsdk.example.imports.csv;

import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.Map;

/** One row of a file. Prints its line only: a cell may name a person. */
public sealed interface Row {
    /** The line of the file on which the row begins, counted from 1. */
    int line();

    /**
     * A row with a cell for each column.
     *
     * @param cells raw text by column, see {@link CsvFile#columns}, in the order of the columns; blank cells too
     * @param windows whether it was no UTF-8 and was read in the encoding of French Windows
     */
    record Readable(int line, Map<String, String> cells, boolean windows) implements Row {
        @Override
        public String toString() {
            return "Row.Readable[line=" + line + "]";
        }
    }

    /** A row that cannot be cut into the columns of the header. */
    record Unreadable(int line, Flaw flaw) implements Row {
        /** The remark on the row, under the rule {@code V-CSV}, which is ours and none of the reference. */
        public Finding finding() {
            return Finding.of(flaw.remark, "row", "");
        }
    }

    enum Flaw {
        /** A quoted cell is never closed, or goes on after its closing quote. */
        BROKEN_QUOTES("V-CSV.broken-quotes"),
        /** Fewer cells than the header has columns: the row was cut off. */
        TOO_FEW_CELLS("V-CSV.too-few-cells"),
        /** More cells than the header has columns: a delimiter too many. */
        TOO_MANY_CELLS("V-CSV.too-many-cells"),
        NO_CELL_FILLED("V-CSV.no-cell-filled"),
        /** A cell is longer than the bounds allow. */
        TOO_LONG("V-CSV.too-long");

        private final String remark;

        Flaw(String remark) {
            this.remark = remark;
        }
    }
}
