package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Offer.Access;
import io.github.pscsdk.example.declaration.Offer.Audience;
import io.github.pscsdk.example.declaration.Offer.Setting;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.html.AccessCell;
import io.github.pscsdk.example.declaration.imports.PublishedLayout.RowReader;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The pharmacies of Santé.fr that vaccinate against the flu, as they declared themselves. */
final class FluPharmacies implements RowReader {
    private static final String ACCESS = "modalites_accueil";

    @Override
    public List<String> lacking(Predicate<String> hasColumn) {
        return Stream.of("finess", "titre", ACCESS).filter(hasColumn.negate()).toList();
    }

    @Override
    public Declaration declaration(SourceCells cells, Declarant declarant, List<Finding> remarks) {
        return SanteFrRow.declaration(cells, declarant, "santefr-lieux-vaccination-grippe-pharmacie", offer(cells));
    }

    private static Offer offer(SourceCells cells) {
        var cell = AccessCell.of(cells.text(ACCESS).orElse(""));
        cell.rest().ifPresent(rest -> cells.leave(ACCESS));
        return new Offer(
                Optional.of(OfferKind.VACCINATION.text()),
                Optional.of("grippe"),
                List.of(),
                List.of(),
                Setting.NONE,
                Audience.NONE,
                new Access(
                        cell.access(), cell.phone(), Optional.empty(), cell.website(), Optional.empty(), cell.note()),
                Map.of(),
                cell.hours());
    }
}
