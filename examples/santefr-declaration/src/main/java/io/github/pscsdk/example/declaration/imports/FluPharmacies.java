package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Offer.Access;
import io.github.pscsdk.example.declaration.Offer.Audience;
import io.github.pscsdk.example.declaration.Offer.Setting;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.html.WelcomeCell;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The pharmacies of Santé.fr that vaccinate against the flu, as they declared themselves. */
final class FluPharmacies implements Layout {
    private static final String WELCOME = "modalites_accueil";

    @Override
    public List<String> lacking(Predicate<String> hasColumn) {
        return Stream.of("finess", "titre", WELCOME).filter(hasColumn.negate()).toList();
    }

    @Override
    public Declaration declaration(SourceCells cells, Declarant declarant, List<Finding> remarks) {
        return SanteFrRow.declaration(cells, declarant, "santefr-lieux-vaccination-grippe-pharmacie", offer(cells));
    }

    private static Offer offer(SourceCells cells) {
        var welcome = WelcomeCell.of(cells.text(WELCOME).orElse(""));
        welcome.rest().ifPresent(rest -> cells.leave(WELCOME));
        return new Offer(
                Optional.of(OfferKind.VACCINATION.text()),
                Optional.of("grippe"),
                List.of(),
                List.of(),
                Setting.NONE,
                Audience.NONE,
                new Access(
                        welcome.access(),
                        welcome.phone(),
                        Optional.empty(),
                        welcome.website(),
                        Optional.empty(),
                        welcome.note()),
                Map.of(),
                welcome.hours());
    }
}
