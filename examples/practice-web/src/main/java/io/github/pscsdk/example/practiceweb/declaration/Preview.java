package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.example.declaration.Declaration;
import java.time.DayOfWeek;
import java.util.Map;

/**
 * A declaration as the rules wrote it, to be shown.
 *
 * @param entries all but the hours
 * @param hours from Monday to Sunday, without the closed days
 */
public record Preview(FormEntries entries, Map<DayOfWeek, String> hours) {
    /** The preview of a declaration. */
    public static Preview of(Declaration declaration) {
        return new Preview(DeclarationText.entries(declaration), DeclarationText.hours(declaration));
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "Preview[]";
    }
}
