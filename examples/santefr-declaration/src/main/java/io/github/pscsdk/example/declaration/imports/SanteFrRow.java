package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.Place.Address;
import io.github.pscsdk.example.declaration.Place.Position;
import io.github.pscsdk.example.declaration.Place.SiteNumbers;
import java.util.List;
import java.util.Optional;

/** What the files exported from Santé.fr have in common: the columns of the place. */
final class SanteFrRow {
    private SanteFrRow() {}

    static Declaration declaration(SourceCells cells, Declarant declarant, String system, Offer offer) {
        var finess = cells.text("finess", "finess_associe");
        var place = new Place(
                cells.text("titre"),
                address(cells),
                new Position(cells.text("adresse_latitude"), cells.text("adresse_longitude"), Optional.empty()),
                new SiteNumbers(finess, Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty());
        return new Declaration(
                declarant,
                place,
                List.of(offer),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Source(Optional.of(system), finess)));
    }

    private static Address address(SourceCells cells) {
        return new Address(
                Optional.empty(),
                cells.text("adresse_voie 1"),
                cells.text("adresse_voie 2"),
                cells.text("adresse_codepostal", "adresse_codepostale"),
                Optional.empty(),
                cells.text("adresse_ville"),
                Optional.empty());
    }
}
