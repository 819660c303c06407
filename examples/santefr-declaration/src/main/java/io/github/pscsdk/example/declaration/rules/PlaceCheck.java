package io.github.pscsdk.example.declaration.rules;

import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.Source;
import java.util.Optional;

/** Applies the rules on places. */
final class PlaceCheck {
    private PlaceCheck() {}

    static Place check(Place raw, Optional<Source> source, Findings findings) {
        var name = TextRule.checkNeeded(raw.name(), "place.name", findings);
        var streetNumber = TextRule.check(raw.streetNumber(), "place.streetNumber", findings);
        var street = TextRule.checkNeeded(raw.street(), "place.street", findings);
        var complement = TextRule.check(raw.complement(), "place.complement", findings);
        var insee = InseeRule.check(raw.inseeCode(), source, "place.inseeCode", findings);
        var postcode = PostcodeRule.check(raw.postcode(), insee, "place.postcode", findings);
        var town = TextRule.checkNeeded(raw.town(), "place.town", findings);
        var position = PositionRule.check(
                new Position(raw.latitude(), raw.longitude()),
                Territory.of(insee, postcode),
                "place.latitude",
                findings);
        return new Place(
                name,
                streetNumber,
                street,
                complement,
                postcode,
                insee,
                town,
                position.latitude(),
                position.longitude(),
                FinessRule.check(raw.finess(), "place.finess", findings),
                SirenRule.checkSiren(raw.siren(), "place.siren", findings),
                SirenRule.checkSiret(raw.siret(), "place.siret", findings),
                TextRule.check(raw.accessibility(), "place.accessibility", findings));
    }
}
