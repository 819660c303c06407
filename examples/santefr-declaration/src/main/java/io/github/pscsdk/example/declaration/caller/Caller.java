package io.github.pscsdk.example.declaration.caller;

import io.github.pscsdk.api.Professional;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The professional behind an API token.
 *
 * @param nationalId {@code SubjectNameID}; compared regardless of case, since an authorization server may change it
 * @param practices one per profession practised; empty for somebody without professional data
 */
public record Caller(String nationalId, List<CallerPractice> practices) {
    /** Checks and copies. */
    public Caller {
        Objects.requireNonNull(nationalId, "nationalId");
        practices = List.copyOf(practices);
    }

    /** The professional whom Pro Santé Connect describes. */
    public static Caller of(Professional professional) {
        return new Caller(
                professional.nationalId().value(),
                professional.practices().stream().map(CallerPractice::of).toList());
    }

    /** The one spelling under which this professional's declarations are kept. */
    public String key() {
        return nationalId.toUpperCase(Locale.ROOT);
    }

    /** Nothing that names the professional. */
    @Override
    public String toString() {
        return "Caller[" + practices.size() + " practices]";
    }
}
