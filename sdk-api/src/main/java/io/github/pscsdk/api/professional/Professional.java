package io.github.pscsdk.api.professional;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A health professional as Pro Santé Connect describes one: identity, and every practice and workplace of the directory
 * (RPPS), of which the application lets the person choose. By ANS's plain contract no more than the identifier asked
 * for: {@link #hasName} tells. {@code toString} reveals no name and no whole identifier.
 *
 * <p>Do not build one outside tests: a minor version may add a component.
 *
 * @param nationalId {@code SubjectNameID}: the identifier to use as a key, though it may change; {@code sub} is none
 * @param familyName usual family name; empty where nobody told it
 * @param civility {@code codeCivilite}
 * @param otherIds perhaps the main one too; match accounts on any of {@link #identifiers()}
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

    /**
     * Whether the name is known. If not, show the identifier, and take nothing that is missing here for what PSC does
     * not know.
     */
    public boolean hasName() {
        return !familyName.isEmpty();
    }

    /**
     * All identifiers of this person, {@linkplain NationalId#canonical in one spelling}, each once: the main one first,
     * then those of {@link #otherIds}, completed by the prefix of their register where they lack it. Data that is kept
     * under any of them is this person's, unless it {@linkplain #contradictsItself contradicts itself}.
     */
    public List<NationalId> identifiers() {
        return Stream.concat(Stream.of(nationalId), otherIds.stream().flatMap(other -> other.nationalId().stream()))
                .map(NationalId::canonical)
                .distinct()
                .toList();
    }

    /** The result of comparing the identifiers of two descriptions of a person. A minor version adds no constant. */
    public enum Match {
        /** One person: an identifier is the same, and none contradicts it. */
        SAME,
        /**
         * Two people: they have two numbers of a register that gives a person one, {@link NationalId.Kind#isSingle}.
         */
        OTHER,
        /** There is nothing to compare: take the person for nobody else, and let nobody in for it. */
        UNDECIDED
    }

    /**
     * Whether this is the person of those identifiers: the one rule of the SDK, by number against number of the same
     * register. Two numbers of a register that gives a person one decide, whatever else is equal: who is described by
     * another number, and by this one besides, is {@link Match#OTHER}, as whoever {@linkplain #contradictsItself
     * contradicts themselves} is to all. Others only add names.
     *
     * @param others all identifiers that are known of the other one; nothing can be told by none
     */
    public Match match(Collection<NationalId> others) {
        var mine = identifiers();
        var theirs = others.stream().map(NationalId::canonical).toList();
        if (contradictory(Stream.concat(mine.stream(), theirs.stream()))) {
            return Match.OTHER;
        }
        return theirs.stream().anyMatch(mine::contains) ? Match.SAME : Match.UNDECIDED;
    }

    /**
     * Whether the description has two numbers of a register that gives a person one: it is of two people, and of
     * nobody.
     */
    public boolean contradictsItself() {
        return contradictory(identifiers().stream());
    }

    /** @param ids each in its canonical spelling */
    private static boolean contradictory(Stream<NationalId> ids) {
        var single = ids.filter(id -> id.kind().isSingle()).distinct().toList();
        return single.stream().map(NationalId::kind).distinct().count() < single.size();
    }

    /** Whether {@code id} is the main identifier of this person or another one: {@link Match#SAME} for it alone. */
    public boolean isKnownAs(NationalId id) {
        return match(List.of(id)) == Match.SAME;
    }

    @Override
    public String toString() {
        return "Professional[" + nationalId + ", " + practices.size() + " practices]";
    }
}
