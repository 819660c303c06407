package io.github.pscsdk.example.declaration.csv;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.util.List;
import java.util.Locale;

/** A whole file is refused. The message names the reason, never a value. */
public final class CsvRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Reason {
        EMPTY,
        TOO_MANY_BYTES,
        TOO_MANY_ROWS,
        UNKNOWN_LAYOUT;

        private static final Texts FRENCH = Texts.beside(Reason.class, "refusals", Language.FRENCH);
        private static final Texts ENGLISH = Texts.beside(Reason.class, "refusals", Language.ENGLISH);

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether a smaller part of the file might be taken. */
        public boolean isTooMuch() {
            return this == TOO_MANY_BYTES || this == TOO_MANY_ROWS;
        }

        public String french() {
            return FRENCH.get(code());
        }

        public String english() {
            return ENGLISH.get(code());
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

    /** What to do, in French, with the line and the missing columns of a header. */
    public String french() {
        return text(reason.french(), Reason.FRENCH);
    }

    public String english() {
        return text(reason.english(), Reason.ENGLISH);
    }

    private String text(String text, Texts texts) {
        return lacking.isEmpty() ? text : text + " " + texts.get("lacking", line, String.join(", ", lacking));
    }

    public Reason reason() {
        return reason;
    }
}
