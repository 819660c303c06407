package io.github.pscsdk.testkit.persona.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pscsdk.testkit.persona.Behaviour;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One professional as {@code personas.json} writes it.
 *
 * @param nationalId the identifier
 * @param origin origin of the identifier in {@code otherIds}; where it is empty there are no {@code otherIds}
 * @param familyName family name
 * @param givenNames given names
 * @param civility {@code codeCivilite}
 * @param behaviour what a login runs into
 * @param summary one line in English
 * @param summaryInFrench the same in French
 * @param traits spellings of the UserInfo document
 * @param practices names of practices of the same file
 */
record PersonaRow(
        String nationalId,
        String origin,
        String familyName,
        List<String> givenNames,
        String civility,
        Behaviour behaviour,
        String summary,
        String summaryInFrench,
        Set<Trait> traits,
        List<String> practices) {

    PersonaRow reshaped(Optional<String> otherOrigin, Set<Trait> otherTraits) {
        return new PersonaRow(
                nationalId,
                otherOrigin.orElse(origin),
                familyName,
                givenNames,
                civility,
                behaviour,
                summary,
                summaryInFrench,
                otherTraits,
                practices);
    }

    /**
     * The file as a whole.
     *
     * @param practices an <i>exercice</i> each, under a name; members as in UserInfo, empty ones left out
     * @param personas in the order of the documentation
     */
    record File(Map<String, ObjectNode> practices, List<PersonaRow> personas) {}
}
