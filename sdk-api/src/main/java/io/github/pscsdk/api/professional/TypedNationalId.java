package io.github.pscsdk.api.professional;

import io.github.pscsdk.diagnostic.NationalIdProblem;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a person typed as a national identifier: gives the identifier, or the reason why it is none. Immutable. A
 * field makes a new one at each key: {@link NationalIdProblem#TOO_SHORT} says that nothing is wrong so far.
 *
 * <p>An RPPS number of 11 digits gets its {@code 8} and its key is checked, an ADELI number of 9 characters its {@code
 * 0}; with the prefix typed they are accepted too, and the other documented shapes unchanged. Spaces are ignored, and
 * so are dots and dashes except in the shapes with a slash or an address.
 *
 * <p>A FINESS or SIREN number and a French telephone number look like ADELI numbers: they are accepted here, and Pro
 * Santé Connect then does not know them.
 */
public final class TypedNationalId {
    // All that separates, and the invisible marks that come along when a number is copied from a page.
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[.\\p{Pd}\\u2212]+");
    private static final Pattern STRUCTURED = Pattern.compile(".*[/@].*", Pattern.DOTALL);

    private final Optional<NationalId> nationalId;
    private final Optional<NationalIdProblem> problem;

    private TypedNationalId(Optional<NationalId> nationalId, Optional<NationalIdProblem> problem) {
        this.nationalId = nationalId;
        this.problem = problem;
    }

    /** Reads the content of the field, which may be empty. */
    public static TypedNationalId of(String typed) {
        var written = SPACES.matcher(typed).replaceAll("");
        return TypedShape.read(
                STRUCTURED.matcher(written).matches()
                        ? written
                        : PUNCTUATION.matcher(written).replaceAll(""));
    }

    static TypedNationalId meaning(NationalId id) {
        return new TypedNationalId(Optional.of(id), Optional.empty());
    }

    static TypedNationalId refused(NationalIdProblem reason) {
        return new TypedNationalId(Optional.empty(), Optional.of(Objects.requireNonNull(reason, "reason")));
    }

    /** The identifier; empty if there is a {@link #problem}. */
    public Optional<NationalId> nationalId() {
        return nationalId;
    }

    /** The reason why the text is no identifier, with a remedy; empty if there is a {@link #nationalId}. */
    public Optional<NationalIdProblem> problem() {
        return problem;
    }

    /** Prints nothing of the typed text, which may be personal data. */
    @Override
    public String toString() {
        return "TypedNationalId[" + problem.map(NationalIdProblem::name).orElse("usable") + "]";
    }
}
