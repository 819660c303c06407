package io.github.pscsdk.example.imports;

import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The testing sites of 2020: laboratories and a few nurses' practices. */
final class TestingSites {
    private static final String RT_PCR = "RT-PCR";
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

    private TestingSites() {}

    static void read(SourceCells cells, DeclarationDocument declaration) {
        var address = address(cells.text("adresse"));
        declaration.put("place.street", address.street());
        declaration.put("place.postcode", address.postcode());
        declaration.put("place.town", address.town());
        declaration.put("place.complement", cells.text("cpl_loc"));
        declaration.put("place.finess", finess(cells));
        declaration.put("offers[0].tests", tests(cells), true);
    }

    private static List<String> tests(SourceCells cells) {
        if (!cells.has("do_prel") && !cells.has("do_antigenic")) {
            // Before these columns came, a "site de prélèvement" did RT-PCR and nothing else: inferred, so it is told.
            cells.remark("V-CSV.test-assumed", "row");
            return List.of(RT_PCR);
        }
        var tests = new ArrayList<String>();
        done(cells.text("do_prel"), RT_PCR).ifPresent(tests::add);
        done(cells.text("do_antigenic"), "antigénique").ifPresent(tests::add);
        return tests;
    }

    /** The test where the answer is yes, nothing where it is no; any other answer stands for itself, and is judged. */
    private static Optional<String> done(Optional<String> answer, String test) {
        return answer.map(String::strip)
                .filter(text -> !text.equalsIgnoreCase("NON"))
                .map(text -> text.equalsIgnoreCase("OUI") ? test : text);
    }

    /**
     * The column {@code finess}, in which the words {@code AUTRE} and {@code IDE} say that the place has no number, as
     * a practice has none. A laboratory and a pharmacy always have one: where the name of the place is that of either,
     * the word stays, and the rule on numbers rejects it, like any other word.
     */
    private static Optional<String> finess(SourceCells cells) {
        var cell = cells.text("finess");
        var saysNone = cell.map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(NO_NUMBER::contains)
                .isPresent();
        if (!saysNone
                || cells.text("rs")
                        .filter(text -> HAS_A_NUMBER.matcher(text).find())
                        .isPresent()) {
            return cell;
        }
        cells.remark("V-FINESS.none", "place.finess");
        return Optional.empty();
    }

    /**
     * Cuts {@code 2 rue Rene Heymes 70000 Vesoul} at its last postcode; the number stays with the street. Where nothing
     * follows the postcode, as in {@code rue Rene Heymes, Vesoul (70000)}, the town is what stands behind the last
     * comma, or all if no street is named.
     */
    static Line address(Optional<String> line) {
        var text = line.orElse("");
        var last = POSTCODE.matcher(text).results().reduce((first, second) -> second);
        if (last.isEmpty()) {
            return new Line(line, Optional.empty(), Optional.empty());
        }
        var postcode = Optional.of(last.get().group());
        var before = text.substring(0, last.get().start());
        var after = text.substring(last.get().end());
        if (LETTER.test(after)) {
            return new Line(filled(before), postcode, filled(after));
        }
        var comma = before.lastIndexOf(',');
        if (comma < 0 && !STREET.test(before)) {
            return new Line(Optional.empty(), postcode, filled(before));
        }
        var end = comma < 0 ? before.length() : comma;
        return new Line(
                filled(before.substring(0, end)),
                postcode,
                filled(before.substring(Math.min(end + 1, before.length()))));
    }

    /** An address that was written on one line. */
    record Line(Optional<String> street, Optional<String> postcode, Optional<String> town) {}

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(part -> !part.isBlank());
    }
}
