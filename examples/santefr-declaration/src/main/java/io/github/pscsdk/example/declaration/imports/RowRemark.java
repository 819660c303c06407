package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.declaration.csv.Row;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.util.Locale;

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
    private static final Texts FRENCH = Texts.beside(RowRemark.class, "rows", Language.FRENCH);
    private static final Texts ENGLISH = Texts.beside(RowRemark.class, "rows", Language.ENGLISH);

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
        return new Finding(rule, severity, field, FRENCH.get(key()), ENGLISH.get(key()));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
