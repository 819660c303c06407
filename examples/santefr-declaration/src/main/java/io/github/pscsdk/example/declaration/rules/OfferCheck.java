package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.text.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the rules on one offer. */
final class OfferCheck {
    private OfferCheck() {}

    static Offer check(Offer raw, String field, Findings findings) {
        return new Offer(
                Blanks.given(raw.kind()),
                products(raw.products(), field + ".products", findings),
                OfferRule.checkTests(raw, field + ".tests", findings),
                AppointmentRule.check(raw, field + ".appointment", findings),
                PhoneRule.check(raw.phone(), field + ".phone", findings),
                PhoneRule.check(raw.secondPhone(), field + ".secondPhone", findings),
                WebsiteRule.check(raw.website(), field + ".website", findings),
                TextRule.check(raw.details(), field + ".details", findings),
                HoursRule.check(raw.hours(), field + ".hours", findings));
    }

    private static List<String> products(List<String> raw, String field, Findings findings) {
        var products = new ArrayList<String>();
        for (var i = 0; i < raw.size(); i++) {
            TextRule.check(Optional.of(raw.get(i)), field + "[" + i + "]", findings)
                    .ifPresent(products::add);
        }
        return products;
    }
}
