package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies every rule to a declaration. A declaration that came out of it comes out unchanged when it is checked again.
 */
public final class DeclarationCheck {
    private static final Set<String> HIDDEN_VALUES = Set.of("t", "f");

    private final OfferRule offerRule;
    private final OfferCheck offerCheck;
    private final PlaceCheck placeCheck;

    /** Takes the right to declare from that table, and the lists of values that ship with the library. */
    public DeclarationCheck(Eligibility eligibility) {
        this(eligibility, ValueLists.current());
    }

    /** Takes the right to declare from that table, and values from those lists. */
    public DeclarationCheck(Eligibility eligibility, ValueLists lists) {
        this.offerRule = new OfferRule(eligibility);
        this.offerCheck = new OfferCheck(lists);
        this.placeCheck = new PlaceCheck(lists);
    }

    /** Checks what a caller sent. */
    public Outcome check(Declaration raw, Caller caller) {
        var findings = new Findings();
        var declarant = declarant(raw.professional(), caller, findings);
        var place = placeCheck.check(raw.place(), raw.source(), findings);
        offerRule.check(raw, caller, findings);
        var offers = new ArrayList<Offer>();
        for (var i = 0; i < raw.offers().size(); i++) {
            offers.add(offerCheck.check(raw.offers().get(i), "offers[" + i + "]", findings));
        }
        var opensOn = Shapes.DATE.check(raw.opensOn(), "opensOn", findings);
        var closesOn = Shapes.DATE.check(raw.closesOn(), "closesOn", findings);
        DateRule.checkOrder(opensOn, closesOn, "closesOn", findings);
        var normalised = new Declaration(
                declarant,
                place,
                offers,
                opensOn,
                closesOn,
                hidden(raw.hidden(), findings),
                raw.source().map(DeclarationCheck::source));
        return new Outcome(findings.reject() ? Optional.empty() : Optional.of(normalised), findings.all());
    }

    private static Declarant declarant(Declarant raw, Caller caller, Findings findings) {
        var nationalId = IdentityRule.check(raw.nationalId(), caller, "professional.nationalId", findings);
        var rpps = Shapes.rpps(nationalId).check(raw.rpps(), "professional.rpps", findings);
        var email = TextRule.ADDRESS.check(raw.email(), "professional.email", findings);
        return new Declarant(nationalId, rpps, email);
    }

    // Of two mistakes, showing a prison's centre to the public is the worse.
    private static Optional<String> hidden(Optional<String> raw, Findings findings) {
        return Blanks.given(raw).map(given -> {
            if (HIDDEN_VALUES.contains(given)) {
                return given;
            }
            findings.add(Remark.TXT_HIDDEN, "hidden");
            return "t";
        });
    }

    private static Source source(Source raw) {
        return new Source(Blanks.given(raw.system()), Blanks.given(raw.id()));
    }

    /**
     * What the rules made of a declaration.
     *
     * @param normalised the declaration in canonical spelling; empty if it is rejected
     * @param findings every remark, in the order of the fields
     */
    public record Outcome(Optional<Declaration> normalised, List<Finding> findings) {
        /** Copies. */
        public Outcome {
            findings = List.copyOf(findings);
        }
    }
}
