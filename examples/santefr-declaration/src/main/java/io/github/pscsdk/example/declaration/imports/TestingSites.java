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
import io.github.pscsdk.example.declaration.Place.Address;
import io.github.pscsdk.example.declaration.Place.Position;
import io.github.pscsdk.example.declaration.Place.SiteNumbers;
import io.github.pscsdk.example.declaration.TestKind;
import io.github.pscsdk.example.declaration.imports.PublishedLayout.RowReader;
import io.github.pscsdk.example.declaration.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The testing sites of 2020: laboratories and a few nurses' practices. */
final class TestingSites implements RowReader {
    private static final Set<String> NO_NUMBER = Set.of("AUTRE", "IDE");
    private static final Pattern HAS_A_NUMBER = Pattern.compile(
            "\\b(LBM|LABOS?|LABORATOIRES?|PHARMACIES?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern POSTCODE =
            Pattern.compile("(?<!(?:BP|CS|TSA) ?)(?<!\\d)(?:\\d{5}|2[AB]\\d{3})(?!\\d)");
    private static final Predicate<String> LETTER = Pattern.compile("\\p{L}").asPredicate();
    private static final Predicate<String> STREET = Pattern.compile(
                    "\\d|\\b(?:rue|avenue|av|boulevard|bd|place|chemin|route|allée|impasse|quai|cours|square|lieu-dit|z[aic]|bp|centre)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .asPredicate();
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
        var finess = finess(cells.text("finess"), name, remarks);
        return new Place(
                name,
                address(cells.text("adresse"), cells.text("cpl_loc")),
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

    /**
     * The column {@code finess}, in which the words {@code AUTRE} and {@code IDE} say that the place has no number, as a
     * practice has none. A laboratory and a pharmacy always have one: where the name of the place is that of either, the word
     * stays, and the rule on numbers rejects it, like any other word.
     */
    private static Optional<String> finess(Optional<String> cell, Optional<String> name, List<Finding> remarks) {
        var saysNone = cell.map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(NO_NUMBER::contains)
                .isPresent();
        if (!saysNone || name.filter(text -> HAS_A_NUMBER.matcher(text).find()).isPresent()) {
            return cell;
        }
        remarks.add(RowRemark.NO_FINESS.finding());
        return Optional.empty();
    }

    /**
     * Cuts {@code 2 rue Rene Heymes 70000 Vesoul} at its last postcode; the number stays with the street. Where nothing follows the
     * postcode, as in {@code rue Rene Heymes, Vesoul (70000)}, the town is what stands behind the last comma, or all if no street is named.
     */
    static Address address(Optional<String> line, Optional<String> complement) {
        var text = line.orElse("");
        var last = POSTCODE.matcher(text).results().reduce((first, second) -> second);
        if (last.isEmpty()) {
            return address(line, complement, Optional.empty(), Optional.empty());
        }
        var postcode = Optional.of(last.get().group());
        var before = text.substring(0, last.get().start());
        var after = text.substring(last.get().end());
        if (LETTER.test(after)) {
            return address(filled(before), complement, postcode, filled(after));
        }
        var comma = before.lastIndexOf(',');
        var isTown = comma < 0 && !STREET.test(before);
        return isTown
                ? address(Optional.empty(), complement, postcode, filled(before))
                : address(
                        filled(before.substring(0, comma < 0 ? before.length() : comma)),
                        complement,
                        postcode,
                        filled(comma < 0 ? "" : before.substring(comma + 1)));
    }

    private static Address address(
            Optional<String> street, Optional<String> complement, Optional<String> postcode, Optional<String> town) {
        return new Address(Optional.empty(), street, complement, postcode, Optional.empty(), town, Optional.empty());
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(part -> !part.isBlank());
    }
}
