package io.github.pscsdk.workstation;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.workstation.internal.json.DiagnosisWriter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A diagnosis as a JSON document, see {@code docs/doctor.md}; a minor version may add members. For any thread. */
public final class DiagnosisDocument {
    private DiagnosisDocument() {}

    /** @param locale titles and steps are in French where it asks for French, in English otherwise */
    public static String of(Diagnosis diagnosis, Locale locale) {
        return new DiagnosisWriter(locale, UnaryOperator.identity()).write(diagnosis);
    }
}
