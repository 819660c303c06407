package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.Bilingual;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.declaration.text.Spelling;

/**
 * A remark of the reader of a file on a row: of the row as a row, under the rule {@code V-CSV}, which is no rule of the
 * reference, but ours; and of a cell whose words the file alone uses, under the rule of its field.
 */
public enum RowRemark {
    BROKEN_QUOTES(Severity.E),
    TOO_FEW_CELLS(Severity.E),
    TOO_MANY_CELLS(Severity.E),
    NO_CELL_FILLED(Severity.E),
    TOO_LONG(Severity.E),
    ENCODING(Severity.N),
    TEST_ASSUMED(Severity.N),
    NO_FINESS("V-FINESS", Severity.N, "place.finess");

    static final String RULE = "V-CSV";
    private final String rule;
    private final Severity severity;
    private final String field;

    RowRemark(Severity severity) {
        this(RULE, severity, "row");
    }

    RowRemark(String rule, Severity severity, String field) {
        this.rule = rule;
        this.severity = severity;
        this.field = field;
    }

    public static RowRemark of(Row.Flaw flaw) {
        return valueOf(flaw.name());
    }

    public Finding finding() {
        var text = Bilingual.beside(RowRemark.class, "rows", Spelling.of(this));
        return new Finding(rule, severity, field, text.french(), text.english());
    }
}
