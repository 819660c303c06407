package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Caller.Practice;
import io.github.pscsdk.example.declaration.Caller.Workplace;
import io.github.pscsdk.example.declaration.OfferKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may declare what, as the law stood on a day: it changed in 2021, 2022 and 2023, hence data and not code.
 *
 * @param asOf the day
 * @param modes values of {@code codeModeExercice} that count as self-employed
 * @param refusedCategories values of {@code codeCategorieProfessionnelle} that may not declare, such as students
 * @param entitlements the professions
 */
public record Eligibility(
        LocalDate asOf, Set<String> modes, Set<String> refusedCategories, List<Entitlement> entitlements) {
    /** Copies. */
    public Eligibility {
        modes = Set.copyOf(modes);
        refusedCategories = Set.copyOf(refusedCategories);
        entitlements = List.copyOf(entitlements);
    }

    /** What a professional may declare, and why nothing, before there is any declaration. */
    public Rights rights(Caller caller) {
        var refusal = refusal(caller);
        if (refusal.isPresent()) {
            return Rights.refused(asOf, refusal.get());
        }
        return Rights.to(
                asOf,
                Arrays.stream(OfferKind.values())
                        .filter(kind -> permits(caller, kind))
                        .collect(Collectors.toSet()));
    }

    /** Why the caller may not declare anything. */
    Optional<Remark> refusal(Caller caller) {
        if (caller.practices().isEmpty()) {
            return Optional.of(Remark.OFFRE_NO_PROFESSIONAL_DATA);
        }
        var workplaces = caller.practices().stream()
                .flatMap(practice -> practice.workplaces().stream())
                .toList();
        if (workplaces.isEmpty()) {
            return Optional.of(Remark.OFFRE_NO_WORKPLACE);
        }
        return workplaces.stream().anyMatch(this::isSelfEmployed)
                ? Optional.empty()
                : Optional.of(Remark.OFFRE_SALARIED_ONLY);
    }

    /** Whether the caller may declare that: one practice must give the right at a place where it is self-employed. */
    boolean permits(Caller caller, OfferKind kind) {
        return caller.practices().stream()
                .filter(practice -> !refusedCategories.contains(practice.category()))
                .anyMatch(practice -> practice.workplaces().stream()
                        .filter(this::isSelfEmployed)
                        .anyMatch(workplace -> covers(practice, workplace, kind)));
    }

    private boolean covers(Practice practice, Workplace workplace, OfferKind kind) {
        return entitlements.stream().anyMatch(entitlement -> entitlement.covers(practice, workplace, kind));
    }

    private boolean isSelfEmployed(Workplace workplace) {
        return modes.contains(workplace.mode());
    }
}
