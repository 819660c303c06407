package io.github.pscsdk.example.declaration.imports;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Declaration.Declarant;
import io.github.pscsdk.example.declaration.Declaration.Source;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.Offer.Access;
import io.github.pscsdk.example.declaration.Offer.Audience;
import io.github.pscsdk.example.declaration.Offer.Setting;
import io.github.pscsdk.example.declaration.OfferKind;
import io.github.pscsdk.example.declaration.Place;
import io.github.pscsdk.example.declaration.Place.Position;
import io.github.pscsdk.example.declaration.Place.SiteNumbers;
import io.github.pscsdk.example.declaration.TestKind;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The testing sites of 2020: laboratories and a few nurses' practices. */
final class TestingSites implements Layout {
    private static final Pattern SLASH = Pattern.compile("/");

    @Override
    public List<String> lacking(Predicate<String> hasColumn) {
        var oneOf =
                Stream.of("mod_prel", "do_prel", "capa_prel").filter(hasColumn).findFirst();
        return Stream.of("rs", "adresse", oneOf.orElse("mod_prel"))
                .filter(hasColumn.negate())
                .toList();
    }

    @Override
    public Declaration declaration(SourceCells cells, Declarant declarant, List<Finding> remarks) {
        return new Declaration(
                declarant,
                place(cells, remarks),
                List.of(offer(cells, remarks)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Source(Optional.of("sites-prelevements"), cells.text("ID"))));
    }

    private static Place place(SourceCells cells, List<Finding> remarks) {
        var name = cells.text("rs");
        var finess = FinessCell.of(cells.text("finess"), name, remarks);
        return new Place(
                name,
                OneLineAddress.of(cells.text("adresse"), cells.text("cpl_loc")),
                new Position(cells.text("latitude"), cells.text("longitude"), Optional.empty()),
                new SiteNumbers(finess, cells.text("id_ej"), Optional.empty(), Optional.empty()),
                Optional.empty());
    }

    private static Offer offer(SourceCells cells, List<Finding> remarks) {
        return new Offer(
                Optional.of(OfferKind.TESTING.text()),
                Optional.empty(),
                List.of(),
                tests(cells, remarks),
                new Setting(cells.parts("mod_prel", SLASH), Optional.empty(), Optional.empty()),
                new Audience(cells.parts("public", SLASH), Optional.empty(), cells.text("horaire_prio")),
                new Access(
                        cells.text("check_rdv"),
                        cells.text("tel_rdv"),
                        Optional.empty(),
                        cells.text("web_rdv"),
                        Optional.empty(),
                        Optional.empty()),
                Map.of(),
                cells.text("horaire"));
    }

    private static List<String> tests(SourceCells cells, List<Finding> remarks) {
        if (!cells.has("do_prel") && !cells.has("do_antigenic")) {
            // Before these columns came, a "site de prélèvement" did RT-PCR and nothing else: inferred, so it is told.
            remarks.add(RowRemark.TEST_ASSUMED.finding());
            return List.of(TestKind.RT_PCR.text());
        }
        var tests = new ArrayList<String>();
        done(cells.text("do_prel"), TestKind.RT_PCR).ifPresent(tests::add);
        done(cells.text("do_antigenic"), TestKind.ANTIGEN).ifPresent(tests::add);
        return tests;
    }

    /** The test where the answer is yes, nothing where it is no; any other answer stands for itself, and is judged. */
    private static Optional<String> done(Optional<String> answer, TestKind kind) {
        return answer.map(String::strip)
                .filter(text -> !text.equalsIgnoreCase("NON"))
                .map(text -> text.equalsIgnoreCase("OUI") ? kind.text() : text);
    }
}
