package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Severity;
import io.github.pscsdk.example.declaration.text.TextTable;
import java.util.Locale;

/** What is said of a row as a row, under the rule {@code V-CSV}: no rule of the reference, but ours. */
enum RowRemark {
    BROKEN_QUOTES(Severity.E),
    TOO_FEW_CELLS(Severity.E),
    TOO_MANY_CELLS(Severity.E),
    NO_CELL_FILLED(Severity.E),
    TOO_LONG(Severity.E),
    ENCODING(Severity.N),
    TEST_ASSUMED(Severity.N);

    static final String RULE = "V-CSV";
    private static final TextTable FRENCH = TextTable.of(RowRemark.class, "rows", "fr");
    private static final TextTable ENGLISH = TextTable.of(RowRemark.class, "rows", "en");

    private final Severity severity;

    RowRemark(Severity severity) {
        this.severity = severity;
    }

    static RowRemark of(Row.Flaw flaw) {
        return switch (flaw) {
            case BROKEN_QUOTES -> BROKEN_QUOTES;
            case TOO_FEW_CELLS -> TOO_FEW_CELLS;
            case TOO_MANY_CELLS -> TOO_MANY_CELLS;
            case NO_CELL_FILLED -> NO_CELL_FILLED;
            case TOO_LONG -> TOO_LONG;
        };
    }

    Finding finding() {
        return new Finding(RULE, severity, "row", FRENCH.text(key()), ENGLISH.text(key()));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
