package io.github.pscsdk.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A health professional as Pro Santé Connect describes one: identity, and every practice and workplace that the
 * directory (RPPS) holds. PSC chooses none of them; the application lets the person choose.
 *
 * <p>Read it; do not build it outside tests. The engine alone calls the constructors of these records, so a minor version
 * may add a component. Printing one reveals no name and no identifier.
 *
 * @param nationalId {@code SubjectNameID}: the key to use
 * @param familyName usual family name
 * @param givenNames usual given name or names
 * @param civility {@code codeCivilite}, where known
 * @param otherIds all identifiers of the same person; match accounts on any of them, since the main one can change
 * @param practices in the order received; may be empty, and may hold the same practice twice
 */
public record Professional(
        NationalId nationalId,
        String familyName,
        List<String> givenNames,
        Optional<CodedValue> civility,
        List<OtherId> otherIds,
        List<Practice> practices) {

    /** Checks and copies. */
    public Professional {
        Objects.requireNonNull(nationalId, "nationalId");
        Objects.requireNonNull(familyName, "familyName");
        Objects.requireNonNull(civility, "civility");
        givenNames = List.copyOf(givenNames);
        otherIds = List.copyOf(otherIds);
        practices = List.copyOf(practices);
    }

    /** Whether {@code id} is this person's, be it the main identifier or another one. */
    public boolean isKnownAs(NationalId id) {
        return nationalId.matches(id)
                || otherIds.stream().anyMatch(other -> other.value().equalsIgnoreCase(id.value()));
    }

    @Override
    public String toString() {
        return "Professional[" + nationalId + ", " + practices.size() + " practices]";
    }
}
