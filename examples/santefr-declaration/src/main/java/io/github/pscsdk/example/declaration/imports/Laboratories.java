package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.Access;
import io.github.pscsdk.example.declaration.Audience;
import io.github.pscsdk.example.declaration.Declarant;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.Setting;
import io.github.pscsdk.example.declaration.html.WelcomeCell;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The laboratories of Santé.fr, after 2020. Known from a loader of the file and not from the file itself: the names of the
 * columns and how test types are separated are of confidence B.
 */
final class Laboratories implements Layout {
    private static final String[] WELCOME = {"modalites_accueil", "modalite_accueil", "modalites_acces"};
    private static final Pattern SEPARATOR = Pattern.compile("[/,;|+]|\\bet\\b");

    @Override
    public boolean fits(Predicate<String> hasColumn) {
        return hasColumn.test("titre") && hasColumn.test("type_de_test");
    }

    @Override
    public Declaration declaration(SourceCells cells, Declarant declarant, List<Finding> remarks) {
        return SanteFrRow.declaration(cells, declarant, "santefr-lieux-depistage-covid-laboratoires", offer(cells));
    }

    private static Offer offer(SourceCells cells) {
        var text = cells.text(WELCOME);
        var welcome = text.filter(cell -> cell.contains("<")).map(WelcomeCell::of);
        welcome.flatMap(WelcomeCell::rest).ifPresent(rest -> List.of(WELCOME).forEach(cells::leave));
        return new Offer(
                Optional.of(OfferKind.TESTING.text()),
                Optional.empty(),
                List.of(),
                tests(cells),
                Setting.NONE,
                Audience.NONE,
                new Access(
                        welcome.flatMap(WelcomeCell::access),
                        cells.text("telephone(s)", "telephone", "telephones")
                                .or(() -> welcome.flatMap(WelcomeCell::phone)),
                        Optional.empty(),
                        welcome.flatMap(WelcomeCell::website),
                        Optional.empty(),
                        welcome.isPresent() ? welcome.flatMap(WelcomeCell::note) : text),
                Map.of(),
                welcome.flatMap(WelcomeCell::hours));
    }

    private static List<String> tests(SourceCells cells) {
        return cells.text("type_de_test").stream()
                .flatMap(SEPARATOR::splitAsStream)
                .filter(part -> !part.isBlank())
                .toList();
    }
}
