package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Caller.Practice;
import io.github.pscsdk.example.declaration.Caller.Workplace;
import io.github.pscsdk.example.declaration.LocalizedText;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.json.DeclarationJson;
import io.github.pscsdk.example.declaration.json.MalformedJsonException;
import io.github.pscsdk.example.declaration.text.ClassPathResource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The right to declare, as the law stood on a day: it changed in 2021, 2022 and 2023, hence data and not code.
 *
 * @param asOf the day, such as {@code 2023-12-31}
 * @param sources where the law says so
 * @param modes values of {@code codeModeExercice} that count as self-employed
 * @param refusedCategories values of {@code codeCategorieProfessionnelle} that may not declare, such as students
 */
public record Eligibility(
        String asOf, String sources, Set<String> modes, Set<String> refusedCategories, List<Entitlement> entitlements) {
    /** The table that the form ships with. */
    public static Eligibility current() {
        try {
            return DeclarationJson.read(
                    ClassPathResource.bytes(Eligibility.class, "eligibility.json"), Eligibility.class);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the table ships with the form", e);
        }
    }

    /** The offers that a professional may declare, and why none, before there is any declaration. */
    public Rights rights(Caller caller) {
        var refusal = refusal(caller).map(remark -> Finding.text(remark, ""));
        var kinds = Arrays.stream(OfferKind.values())
                .filter(kind -> refusal.isEmpty() && permits(caller, kind))
                .collect(Collectors.toUnmodifiableSet());
        return new Rights(LocalDate.parse(asOf), kinds, refusal);
    }

    /** The remark on why the caller may not declare anything. */
    Optional<String> refusal(Caller caller) {
        if (caller.practices().isEmpty()) {
            return Optional.of("V-OFFRE.no-professional-data");
        }
        var workplaces = caller.practices().stream()
                .flatMap(practice -> practice.workplaces().stream())
                .toList();
        if (workplaces.isEmpty()) {
            return Optional.of("V-OFFRE.no-workplace");
        }
        return workplaces.stream().anyMatch(this::isSelfEmployed)
                ? Optional.empty()
                : Optional.of("V-OFFRE.salaried-only");
    }

    /** Whether the caller may declare that: one practice must give the right at a place where it is self-employed. */
    boolean permits(Caller caller, OfferKind kind) {
        return caller.practices().stream()
                .filter(practice -> !refusedCategories.contains(practice.category()))
                .anyMatch(practice -> practice.workplaces().stream()
                        .filter(this::isSelfEmployed)
                        .anyMatch(workplace -> entitlements.stream()
                                .anyMatch(entitlement -> entitlement.covers(practice, workplace, kind))));
    }

    private boolean isSelfEmployed(Workplace workplace) {
        return modes.contains(workplace.mode());
    }

    /**
     * One profession that may declare.
     *
     * @param profession code of TRE_G15
     * @param specialties codes of TRE_R38, one of which is needed; empty if any will do
     * @param sectors codes of TRE_R02, one of which is needed; empty if any will do
     */
    public record Entitlement(
            String profession, String label, Set<String> specialties, Set<String> sectors, Set<OfferKind> kinds) {
        boolean covers(Practice practice, Workplace workplace, OfferKind kind) {
            return profession.equals(practice.profession())
                    && (specialties.isEmpty() || specialties.contains(practice.specialty()))
                    && (sectors.isEmpty() || sectors.contains(workplace.sector()))
                    && kinds.contains(kind);
        }
    }

    /**
     * The offers that a professional may declare.
     *
     * @param refusal why the professional may not declare anything, whatever the profession
     */
    public record Rights(LocalDate asOf, Set<OfferKind> kinds, Optional<LocalizedText> refusal) {}
}
