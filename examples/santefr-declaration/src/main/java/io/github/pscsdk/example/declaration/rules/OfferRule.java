package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.TestKind;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * V-OFFRE: something is offered, by somebody entitled to. An offer of vaccination needs no product: no published file
 * names any. An offer of testing needs at least one kind of test.
 */
final class OfferRule {
    private static final ShapeTable TEST = ShapeTable.listed(
            text -> TestKind.of(text).map(TestKind::text), Remark.OFFRE_TEST_STORED, Remark.OFFRE_UNKNOWN_TEST);

    private final Eligibility eligibility;

    OfferRule(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    void check(Declaration raw, Caller caller, Findings findings) {
        if (raw.offers().isEmpty()) {
            findings.add(Remark.OFFRE_NONE, "offers");
        }
        var refusal = eligibility.refusal(caller);
        refusal.ifPresent(remark -> findings.add(remark, "professional"));
        for (var i = 0; i < raw.offers().size(); i++) {
            var field = "offers[" + i + "]";
            var kind = kindOf(raw.offers().get(i));
            if (kind.isEmpty()) {
                findings.add(Remark.OFFRE_KIND, field + ".kind");
            } else if (refusal.isEmpty() && !eligibility.permits(caller, kind.get())) {
                findings.add(notPermitted(kind.get()), field + ".kind");
            }
        }
    }

    /** The kinds of test, in canonical spelling. */
    static List<String> checkTests(Offer raw, String field, Findings findings) {
        var given = raw.tests().stream()
                .flatMap(text -> Blanks.given(Optional.of(text)).stream())
                .toList();
        if (given.isEmpty() && kindOf(raw).filter(OfferKind.TESTING::equals).isPresent()) {
            findings.add(Remark.OFFRE_NO_TEST, field);
        }
        return IntStream.range(0, given.size())
                .mapToObj(i -> TEST.check(Optional.of(given.get(i)), field + "[" + i + "]", findings))
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<OfferKind> kindOf(Offer offer) {
        return Blanks.given(offer.kind()).flatMap(OfferKind::of);
    }

    private static Remark notPermitted(OfferKind kind) {
        return switch (kind) {
            case VACCINATION -> Remark.OFFRE_NO_VACCINATION;
            case TESTING -> Remark.OFFRE_NO_TESTING;
        };
    }
}
