package io.github.pscsdk.example.declaration;

import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The professional who declares, as Pro Santé Connect or an authorization server vouches for them.
 *
 * @param nationalId {@code SubjectNameID}; compared regardless of case, since an authorization server may change it
 * @param otherKeys {@linkplain #key keys} that the same person had before, or has besides
 * @param practices one per profession practised; empty for somebody without professional data
 */
public record Caller(String nationalId, Set<String> otherKeys, List<Practice> practices) {
    public Caller {
        otherKeys = Set.copyOf(otherKeys);
        practices = List.copyOf(practices);
    }

    /** Somebody of whom one identifier is known. */
    public Caller(String nationalId, List<Practice> practices) {
        this(nationalId, Set.of(), practices);
    }

    /** The professional whom Pro Santé Connect describes. */
    public static Caller of(Professional professional) {
        return new Caller(
                professional.nationalId().value(),
                professional.identifiers().stream()
                        .skip(1)
                        .map(NationalId::value)
                        .collect(Collectors.toSet()),
                professional.practices().stream().map(Practice::of).toList());
    }

    /** The one spelling under which this professional's declarations are kept. */
    public String key() {
        return nationalId.toUpperCase(Locale.ROOT);
    }

    /** Whether a national identifier, in any case of letters, is one that the person had before, or has besides. */
    public boolean hasAlso(String identifier) {
        var key = identifier.toUpperCase(Locale.ROOT);
        return !key.equals(key()) && otherKeys.contains(key);
    }

    @Override
    public String toString() {
        return "Caller[" + practices.size() + " practices]";
    }

    /**
     * One profession that the caller practises (<i>exercice</i>). Codes as received, an empty text where there is none.
     *
     * @param profession {@code codeProfession}, table TRE_G15 and others
     * @param category {@code codeCategorieProfessionnelle}: {@code C} civil, {@code M} military, {@code E} student…
     * @param specialty {@code codeSavoirFaire}, such as {@code SM54}
     * @param workplaces the activities
     */
    public record Practice(String profession, String category, String specialty, List<Workplace> workplaces) {
        public Practice {
            workplaces = List.copyOf(workplaces);
        }

        static Practice of(io.github.pscsdk.api.professional.Practice practice) {
            return new Practice(
                    practice.profession().code(),
                    code(practice.category()),
                    code(practice.expertise()),
                    practice.workplaces().stream()
                            .map(workplace -> new Workplace(code(workplace.mode()), code(workplace.sector())))
                            .toList());
        }

        private static String code(Optional<CodedValue> value) {
            return value.map(CodedValue::code).orElse("");
        }
    }

    /**
     * One place or way of practising (<i>activité</i>). Codes as received, an empty text where there is none.
     *
     * @param mode {@code codeModeExercice}: {@code L} self-employed, {@code S} salaried, {@code B} volunteer
     * @param sector {@code codeSecteurDactivite}, such as {@code SA07}
     */
    public record Workplace(String mode, String sector) {}
}
