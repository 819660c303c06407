package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import java.util.Optional;

/**
 * What a rule remarks, in the reader's language.
 *
 * @param severity what it means
 * @param text what to do
 * @param field where
 * @param suggestion the text that one may accept
 */
public record Note(Severity severity, String text, String field, Optional<String> suggestion) {
    /** In the reader's language. */
    public static Note of(Finding finding, Language language) {
        return new Note(finding.severity(), finding.text(language), finding.field(), finding.suggestion());
    }

    /** The key of the word before the text. */
    public String word() {
        return "note." + severity.name();
    }

    /** How it looks. */
    public String look() {
        return switch (severity) {
            case E -> "error";
            case W -> "warning";
            case N -> "told";
        };
    }

    /** Nothing of the text, which may repeat a value. */
    @Override
    public String toString() {
        return "Note[" + severity + "]";
    }
}
