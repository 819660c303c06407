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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The laboratories of Santé.fr, after 2020. Known from a loader of the file and not from the file itself: the names of the
 * columns and how test types are separated are of confidence B.
 */
final class Laboratories implements RowReader {
    private static final String[] ACCESS = {"modalites_accueil", "modalite_accueil", "modalites_acces"};
    private static final Pattern SEPARATOR = Pattern.compile("[/,;|+]|\\bet\\b");

    @Override
    public List<String> lacking(Predicate<String> hasColumn) {
        return Stream.of("titre", "type_de_test").filter(hasColumn.negate()).toList();
    }

    @Override
    public Declaration declaration(SourceCells cells, Declarant declarant, List<Finding> remarks) {
        return SanteFrRow.declaration(cells, declarant, "santefr-lieux-depistage-covid-laboratoires", offer(cells));
    }

    private static Offer offer(SourceCells cells) {
        var text = cells.text(ACCESS);
        var cell = text.filter(content -> content.contains("<")).map(AccessCell::of);
        cell.flatMap(AccessCell::rest).ifPresent(rest -> List.of(ACCESS).forEach(cells::leave));
        return new Offer(
                Optional.of(OfferKind.TESTING.text()),
                Optional.empty(),
                List.of(),
                cells.parts("type_de_test", SEPARATOR),
                Setting.NONE,
                Audience.NONE,
                access(cells.text("telephone(s)", "telephone", "telephones"), cell, text),
                Map.of(),
                cell.flatMap(AccessCell::hours));
    }

    private static Access access(Optional<String> phone, Optional<AccessCell> cell, Optional<String> text) {
        var toBook = cell.flatMap(AccessCell::phone);
        return new Access(
                cell.flatMap(AccessCell::access),
                phone.or(() -> toBook),
                toBook.filter(second -> phone.isPresent()),
                cell.flatMap(AccessCell::website),
                Optional.empty(),
                cell.isPresent() ? cell.flatMap(AccessCell::note) : text);
    }
}
