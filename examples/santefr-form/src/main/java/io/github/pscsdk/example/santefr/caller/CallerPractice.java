package io.github.pscsdk.example.santefr.caller;

import java.util.List;

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
}
