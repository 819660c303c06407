package io.github.pscsdk.testkit.persona.model;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.Language;
import java.util.List;
import java.util.Locale;

/**
 * A fictitious professional, whose identifier chooses how a login goes.
 *
 * @param behaviour how a login goes, by the name that it has as a value of the simulator's dial {@code behaviour}
 * @param summary one line in English
 */
public record Persona(
        NationalId nationalId,
        String familyName,
        List<String> givenNames,
        String behaviour,
        String summary,
        String summaryInFrench) {
    public Persona {
        givenNames = List.copyOf(givenNames);
    }

    /** The summary in French for that language, in English for any other. */
    public String summary(Locale locale) {
        return Language.of(locale) == Language.FRENCH ? summaryInFrench : summary;
    }

    /** Prints no identifier and no name, as for a real professional. */
    @Override
    public String toString() {
        return "Persona[" + nationalId + ", " + behaviour + "]";
    }
}
