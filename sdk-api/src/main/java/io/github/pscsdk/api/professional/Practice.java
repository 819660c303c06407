package io.github.pscsdk.api.professional;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One profession that a person practises (<i>exercice</i>).
 *
 * @param profession {@code codeProfession}
 * @param category {@code codeCategorieProfessionnelle}: {@code C} civil, {@code M} military, {@code F} civil servant,
 *     {@code E} student
 * @param civility {@code codeCiviliteDexercice}, such as {@code DR}
 * @param familyName {@code nomDexercice}; may differ from the usual name
 * @param givenName {@code prenomDexercice}
 * @param expertiseKind {@code codeTypeSavoirFaire}: {@code S} ordinal specialty, {@code C} competence
 * @param expertise {@code codeSavoirFaire}, such as {@code SM54}
 * @param workplaces in the order received; may be empty
 */
public record Practice(
        CodedValue profession,
        Optional<CodedValue> category,
        Optional<CodedValue> civility,
        Optional<String> familyName,
        Optional<String> givenName,
        Optional<CodedValue> expertiseKind,
        Optional<CodedValue> expertise,
        List<Workplace> workplaces) {

    public Practice {
        Objects.requireNonNull(profession, "profession");
        workplaces = List.copyOf(workplaces);
    }

    @Override
    public String toString() {
        return "Practice[" + profession.code() + ", " + workplaces.size() + " workplaces]";
    }
}
