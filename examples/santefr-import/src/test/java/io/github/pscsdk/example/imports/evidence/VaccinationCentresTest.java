package io.github.pscsdk.example.imports.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.Offer;
import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.imports.ImportedRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whole rows of the vaccination centres, as of two days in 2021. Each count was taken from the file with a spreadsheet's
 * means, not from the form; what it counts is said beside it.
 */
class VaccinationCentresTest {
    private static final List<String> DAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    @Test
    void of_the_rows_of_April_none_is_rejected() throws Exception {
        var rows = PublishedFile.CENTRES_OF_APRIL.imported().rows();

        assertEquals(200, rows.size());
        assertEquals(200, accepted(rows));
        // Their bookings are to be corrected.
        assertEquals(
                Map.of(
                        "V-TEL", 1L, // a second number "8"
                        "V-URL", 1L), // "RIen"
                FindingCounts.rowsByRule(Severity.E, rows));
    }

    @Test
    void of_the_rows_of_November_one_is_rejected() throws Exception {
        var rows = PublishedFile.CENTRES_OF_NOVEMBER.imported().rows();

        assertEquals(500, rows.size());
        assertEquals(499, accepted(rows));
        assertEquals(
                Map.of(
                        "V-TEL", 1L, // a second number "8"
                        "V-URL", 3L, // "RIen", "RIEN" twice
                        "V-HOR", 1L), // "9h-3h/13h30-17h30" on five days
                FindingCounts.rowsByRule(Severity.E, rows));
    }

    @Test
    void warnings_are_those_that_the_columns_show() throws Exception {
        var april = FindingCounts.rowsByRule(
                Severity.W, PublishedFile.CENTRES_OF_APRIL.imported().rows());
        var november = FindingCounts.rowsByRule(
                Severity.W, PublishedFile.CENTRES_OF_NOVEMBER.imported().rows());

        // By appointment without a telephone or a site: rdv = t, and rdv_tel, rdv_tel2 and rdv_site_web are empty.
        assertEquals(5, april.get("V-RDV"));
        assertEquals(21, november.get("V-RDV"));
        // The foreign dummies at (0, 0); every overseas centre lies in the box of its territory.
        assertEquals(null, april.get("V-GEO"));
        assertEquals(24, november.get("V-GEO"));
        // adr_voie is empty.
        assertEquals(10, april.get("V-TXT"));
        assertEquals(37, november.get("V-TXT"));
        // Every structure_siren of the excerpts has a right key, and no postcode is of another department.
        assertEquals(List.of("V-HOR", "V-RDV", "V-TXT"), List.copyOf(april.keySet()));
        assertEquals(List.of("V-GEO", "V-HOR", "V-RDV", "V-TXT"), List.copyOf(november.keySet()));
    }

    @Test
    void telephones_and_sites_are_normalised_as_their_shapes_ask() throws Exception {
        var april = FindingCounts.byRule(
                Severity.N, PublishedFile.CENTRES_OF_APRIL.imported().rows());
        var november = FindingCounts.byRule(
                Severity.N, PublishedFile.CENTRES_OF_NOVEMBER.imported().rows());

        // +330 four times, 33… without a plus six times, ten digits beginning with 0, or blanks, dots or dashes between
        // digits.
        // Access for disabled people: Oui, OUI and Oui. instead of oui; blanks behind it go unmentioned.
        // Of 571 and 1,339 cells with ranges, those that are not yet spelt as 08h30-12h30 et 14h00-19h00.
        assertEquals(Map.of("V-TEL", 28L, "V-HOR", 565L, "V-LIST", 12L), april);
        assertEquals(Map.of("V-TEL", 106L, "V-HOR", 1308L, "V-LIST", 42L), november);
    }

    @Test
    void cells_of_hours_are_closed_clean_other_or_impossible() throws Exception {
        assertEquals(Map.of("Closed", 782L, "Open", 571L, "Unread", 47L), hours(PublishedFile.CENTRES_OF_APRIL));
        assertEquals(
                Map.of("Closed", 2043L, "Open", 1339L, "Unread", 113L, "Impossible", 5L),
                hours(PublishedFile.CENTRES_OF_NOVEMBER));
    }

    @Test
    void every_cell_of_hours_comes_out_the_same_when_it_is_read_again() throws Exception {
        for (var row : PublishedFile.CENTRES_OF_NOVEMBER.cells()) {
            for (var day : DAYS) {
                var hours = DayHours.read(row.get("rdv_" + day));
                assertEquals(hours, DayHours.read(hours.canonical()));
            }
        }
    }

    @Test
    void flags_precision_address_keys_and_mobile_teams_are_taken_over() throws Exception {
        var declarations = PublishedFile.CENTRES_OF_NOVEMBER.imported().rows().stream()
                .flatMap(row -> row.declaration().stream())
                .toList();

        // Of all 500 rows 23, 190 and 17 are true, 54 name a mobile team and 475 have a precision.
        assertEquals(23, count(declarations, one -> offer(one).professionalsOnly(), "t"));
        assertEquals(190, count(declarations, one -> offer(one).consultation(), "t"));
        assertEquals(17, count(declarations, one -> offer(one).voiceServer(), "t"));
        assertEquals(
                54,
                declarations.stream()
                        .filter(one -> offer(one).modes().equals(List.of("Equipe mobile")))
                        .count());
        assertEquals(
                474,
                declarations.stream()
                        .filter(one -> one.place().precision().isPresent())
                        .count());
    }

    @Test
    void what_has_no_home_is_the_agencies_own() throws Exception {
        var columns = PublishedFile.CENTRES_OF_NOVEMBER.imported().report().notTakenOver();

        assertEquals(118, columns.get("arrete_pref_numero"));
        assertEquals(
                List.of(
                        "_edit_datemaj",
                        "_userid_creation",
                        "_userid_modification",
                        "arrete_pref_numero",
                        "centre_type",
                        "structure_com",
                        "structure_cp",
                        "structure_insee",
                        "structure_num",
                        "structure_rais",
                        "structure_type",
                        "structure_voie"),
                List.copyOf(columns.keySet()));
    }

    private static Offer offer(Declaration declaration) {
        return declaration.offers().get(0);
    }

    private static long count(
            List<Declaration> declarations, Function<Declaration, Optional<String>> value, String wanted) {
        return declarations.stream()
                .filter(one -> value.apply(one).filter(wanted::equals).isPresent())
                .count();
    }

    private static long accepted(List<ImportedRow> rows) {
        return rows.stream().filter(row -> !row.isRejected()).count();
    }

    private static Map<String, Long> hours(PublishedFile file) throws Exception {
        return file.cells().stream()
                .flatMap(row -> DAYS.stream().map(day -> row.get("rdv_" + day)))
                .collect(Collectors.groupingBy(
                        cell -> DayHours.read(cell).getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
    }
}
