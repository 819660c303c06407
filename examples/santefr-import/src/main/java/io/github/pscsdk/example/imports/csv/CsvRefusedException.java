package io.github.pscsdk.example.imports.csv;

import io.github.pscsdk.example.declaration.LocalizedText;
import io.github.pscsdk.example.declaration.text.KebabCase;
import java.util.List;

/** A whole file is refused. The message names the reason, never a value. */
public final class CsvRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        EMPTY,
        TOO_MANY_BYTES,
        TOO_MANY_ROWS,
        UNKNOWN_LAYOUT;

        /** Whether a smaller part of the file might be taken. */
        public boolean isTooMuch() {
            return this == TOO_MANY_BYTES || this == TOO_MANY_ROWS;
        }
    }

    private final Reason reason;
    private final transient List<String> lacking;
    private final int line;

    /** Refuses a header for the columns that it lacks of the layout it is nearest to. */
    public CsvRefusedException(int line, List<String> lacking) {
        super("line " + line + " lacks " + lacking);
        this.reason = Reason.UNKNOWN_LAYOUT;
        this.line = line;
        this.lacking = List.copyOf(lacking);
    }

    /** Refuses for that reason; the detail is for a log. */
    public CsvRefusedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.line = 1;
        this.lacking = List.of();
    }

    /** The step to take, with the line and the missing columns of a header. */
    public LocalizedText text() {
        var text = LocalizedText.beside(CsvRefusedException.class, "refusals", KebabCase.of(reason));
        if (lacking.isEmpty()) {
            return text;
        }
        var columns = LocalizedText.beside(
                CsvRefusedException.class, "refusals", "lacking", line, String.join(", ", lacking));
        return new LocalizedText(text.french() + " " + columns.french(), text.english() + " " + columns.english());
    }

    public Reason reason() {
        return reason;
    }
}
