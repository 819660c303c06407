package io.github.pscsdk.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A health professional as Pro Santé Connect describes one: identity, and every practice and workplace that the
 * directory (RPPS) holds. PSC chooses none of them; the application lets the person choose.
 *
 * <p>Do not build one outside tests: only the engine calls the constructors of these records, so a minor version may
 * add a component. {@code toString} reveals no name and no whole identifier.
 *
 * @param nationalId {@code SubjectNameID}: the identifier to use as a key
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

    public Professional {
        Objects.requireNonNull(nationalId, "nationalId");
        Objects.requireNonNull(familyName, "familyName");
        Objects.requireNonNull(civility, "civility");
        givenNames = List.copyOf(givenNames);
        otherIds = List.copyOf(otherIds);
        practices = List.copyOf(practices);
    }

    /** Whether {@code id} is the main identifier of this person or another one. */
    public boolean isKnownAs(NationalId id) {
        return nationalId.matches(id)
                || otherIds.stream().anyMatch(other -> other.value().equalsIgnoreCase(id.value()));
    }

    @Override
    public String toString() {
        return "Professional[" + nationalId + ", " + practices.size() + " practices]";
    }
}
