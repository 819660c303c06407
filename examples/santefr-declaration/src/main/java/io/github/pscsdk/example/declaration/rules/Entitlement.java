package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Caller.Practice;
import io.github.pscsdk.example.declaration.Caller.Workplace;
import io.github.pscsdk.example.declaration.OfferKind;
import java.util.Set;

/**
 * One profession that may declare.
 *
 * @param profession code of TRE_G15
 * @param specialties codes of TRE_R38, one of which is needed; empty if any will do
 * @param sectors codes of TRE_R02, one of which is needed; empty if any will do
 * @param kinds what may be declared
 */
public record Entitlement(String profession, Set<String> specialties, Set<String> sectors, Set<OfferKind> kinds) {
    /** Copies. */
    public Entitlement {
        specialties = Set.copyOf(specialties);
        sectors = Set.copyOf(sectors);
        kinds = Set.copyOf(kinds);
    }

    boolean covers(Practice practice, Workplace workplace, OfferKind kind) {
        return profession.equals(practice.profession())
                && (specialties.isEmpty() || specialties.contains(practice.specialty()))
                && (sectors.isEmpty() || sectors.contains(workplace.sector()))
                && kinds.contains(kind);
    }
}
