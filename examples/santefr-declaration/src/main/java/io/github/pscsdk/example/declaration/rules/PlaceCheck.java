package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.Place.Address;
import io.github.pscsdk.example.declaration.Place.SiteNumbers;
import java.util.Optional;

/** Applies the rules on places. */
final class PlaceCheck {
    private final ValueLists lists;

    PlaceCheck(ValueLists lists) {
        this.lists = lists;
    }

    Place check(Place raw, Optional<Source> source, Findings findings) {
        var name = TextRule.checkNeeded(raw.name(), "place.name", findings);
        var address = address(raw.address(), source, findings);
        var position = PositionRule.check(
                raw.position(), Territory.of(address.inseeCode(), address.postcode()), "place.latitude", findings);
        return new Place(
                name,
                address,
                position,
                numbers(raw.numbers(), findings),
                ListRule.checkOrText(raw.accessibility(), lists.accessibility(), "place.accessibility", findings));
    }

    private static Address address(Address raw, Optional<Source> source, Findings findings) {
        var streetNumber = TextRule.check(raw.streetNumber(), "place.streetNumber", findings);
        var street = TextRule.checkNeeded(raw.street(), "place.street", findings);
        var complement = TextRule.check(raw.complement(), "place.complement", findings);
        var insee = Shapes.insee(source).check(raw.inseeCode(), "place.inseeCode", findings);
        var postcode = Shapes.postcode(insee).check(raw.postcode(), "place.postcode", findings);
        var town = TextRule.checkNeeded(raw.town(), "place.town", findings);
        var banId = TextRule.check(raw.banId(), "place.banId", findings);
        return new Address(streetNumber, street, complement, postcode, insee, town, banId);
    }

    private static SiteNumbers numbers(SiteNumbers raw, Findings findings) {
        return new SiteNumbers(
                Shapes.FINESS.check(raw.finess(), "place.finess", findings),
                Shapes.FINESS.check(raw.legalFiness(), "place.legalFiness", findings),
                Shapes.SIREN.check(raw.siren(), "place.siren", findings),
                Shapes.SIRET.check(raw.siret(), "place.siret", findings));
    }
}
