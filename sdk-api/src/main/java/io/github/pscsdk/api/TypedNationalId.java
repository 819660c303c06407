package io.github.pscsdk.api;

import io.github.pscsdk.diagnostic.NationalIdProblem;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person typed where a national identifier is asked for: the identifier that it means, or the reason why it means
 * none. Immutable. For a field that answers while it is filled, make a new one at each key: {@link
 * NationalIdProblem#TOO_SHORT} says that nothing is wrong so far.
 *
 * <p>An RPPS number of 11 digits gets its {@code 8} and its key is checked, an ADELI number of 9 characters gets its
 * {@code 0}; with the prefix typed, they are taken as well. The other documented shapes are taken as they are: staff
 * identifiers with a slash, {@code 10} and an MSSanté address, {@code ANS} and 14 digits. Spaces of every kind do not
 * count, nor do dots and dashes outside slash and address. Letters keep their case, but for the Corsican departments.
 *
 * <p>Another kind of number is named only where it cannot be an identifier. A FINESS or SIREN number has nine digits as
 * ADELI numbers have, and a French telephone number is written like {@code 0} and an ADELI number: those are taken, and
 * Pro Santé Connect does not know them.
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

    /**
     * Reads it.
     *
     * @param typed as it stands in the field; may be empty
     */
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

    /** The identifier; empty where there is a {@link #problem}. */
    public Optional<NationalId> nationalId() {
        return nationalId;
    }

    /** Why it is none, with what to do about it; empty where there is a {@link #nationalId}. */
    public Optional<NationalIdProblem> problem() {
        return problem;
    }

    /** Never what was typed, which may be anything. */
    @Override
    public String toString() {
        return "TypedNationalId[" + problem.map(NationalIdProblem::name).orElse("usable") + "]";
    }
}
