package io.github.pscsdk.example.practiceweb.declaration;

import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck.Outcome;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.practiceweb.place.PlaceOfWork;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks what was typed, by the rules that hold for the place of work that was chosen. */
@Component
public final class EntryCheck {
    private final Eligibility eligibility = Eligibility.current();
    private final DeclarationCheck check = new DeclarationCheck(eligibility);

    /** The right of the professional to declare at that place of work. */
    public Eligibility.Rights rights(PlaceOfWork place, Professional professional) {
        return eligibility.rights(place.caller(professional));
    }

    /**
     * The place as the directory tells it, but for what the rules refuse: nobody typed it, so nobody has to correct it.
     */
    public Declaration prefilled(PlaceOfWork place, Professional professional) {
        var told = OfferFields.told(place, professional);
        var findings = check(told, place, professional).findings();
        return OfferFields.only(
                OfferFields.of(List.of(OfferKind.values())).stream()
                        .filter(field -> findings.stream()
                                .noneMatch(finding -> finding.severity() == Severity.E && field.isAt(finding.field())))
                        .toList(),
                told);
    }

    /** Applies the rules. */
    public Outcome check(Declaration typed, PlaceOfWork place, Professional professional) {
        return check.check(OfferFields.ofItsKind(typed), place.caller(professional));
    }
}
