package io.github.pscsdk.example.declaration.caller;

import io.github.pscsdk.api.CodedValue;
import io.github.pscsdk.api.Practice;
import java.util.List;
import java.util.Optional;

/**
 * One profession that the caller practises (<i>exercice</i>). Codes as received, an empty text where there is none.
 *
 * @param profession {@code codeProfession}, table TRE_G15 and others
 * @param category {@code codeCategorieProfessionnelle}: {@code C} civil, {@code M} military, {@code E} student…
 * @param specialty {@code codeSavoirFaire}, such as {@code SM54}
 * @param workplaces the activities
 */
public record CallerPractice(String profession, String category, String specialty, List<CallerWorkplace> workplaces) {
    /** Copies. */
    public CallerPractice {
        workplaces = List.copyOf(workplaces);
    }

    static CallerPractice of(Practice practice) {
        return new CallerPractice(
                practice.profession().code(),
                code(practice.category()),
                code(practice.expertise()),
                practice.workplaces().stream()
                        .map(workplace -> new CallerWorkplace(code(workplace.mode()), code(workplace.sector())))
                        .toList());
    }

    private static String code(Optional<CodedValue> value) {
        return value.map(CodedValue::code).orElse("");
    }
}
