package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer.Appointment;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.Optional;

/** V-OFFRE and V-RDV: who may offer what, and how one books it. */
final class OfferRules {
    private static final KnownValues MODES = KnownValues.of("appointment");

    private OfferRules() {}

    /**
     * V-OFFRE: something is offered, by somebody entitled to. An offer of vaccination needs no product: no published
     * file names any. An offer of testing needs at least one kind of test.
     */
    static void checkRight(Declaration raw, Eligibility eligibility, Caller caller, Findings findings) {
        if (raw.offers().isEmpty()) {
            findings.add("V-OFFRE.none", "offers");
        }
        var refusal = eligibility.refusal(caller);
        refusal.ifPresent(remark -> findings.add(remark, "professional"));
        for (var i = 0; i < raw.offers().size(); i++) {
            var field = "offers[" + i + "]";
            var offer = raw.offers().get(i);
            var kind = offer.kind().flatMap(OfferKind::of);
            if (kind.isEmpty()) {
                findings.add("V-OFFRE.kind", field + ".kind");
            } else if (refusal.isEmpty() && !eligibility.permits(caller, kind.get())) {
                findings.add("V-OFFRE.no-" + kind.get().text(), field + ".kind");
            }
            if (offer.isTesting() && offer.tests().stream().map(Blanks::trim).allMatch(String::isEmpty)) {
                findings.add("V-OFFRE.no-test", field + ".tests");
            }
        }
    }

    /**
     * V-RDV: who must book is told how. A mode outside the list is kept: the published files hold hundreds of phrases.
     */
    static FieldRule appointment(boolean hasContact) {
        var listed = FieldRule.listed(MODES::canonical, "V-RDV.stored", "V-RDV.unknown");
        return (raw, field, findings) -> {
            var mode = listed.check(raw, field, findings);
            if (!hasContact && mode.equals(Optional.of(Appointment.REQUIRED.text()))) {
                findings.add("V-RDV.no-contact", field);
            }
            return mode;
        };
    }
}
