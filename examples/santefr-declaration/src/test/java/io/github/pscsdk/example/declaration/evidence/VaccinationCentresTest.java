package io.github.pscsdk.example.declaration.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.hours.DayHours;
import io.github.pscsdk.example.declaration.json.EligibilityReader;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.rules.Outcome;
import io.github.pscsdk.example.declaration.rules.Severity;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whole rows of the vaccination centres, as of two days in 2021. Each count was taken from the file with a spreadsheet's
 * means, not from the form; what it counts is said beside it.
 */
class VaccinationCentresTest {
    private final DeclarationCheck check = new DeclarationCheck(EligibilityReader.current());

    @Test
    void of_the_rows_of_April_eight_are_rejected() {
        var outcomes = outcomes(PublishedFile.CENTRES_OF_APRIL);

        assertEquals(200, outcomes.size());
        assertEquals(192, accepted(outcomes));
        assertEquals(
                Map.of(
                        "V-TEL", 7L, // +330 four times, 33… without a plus twice, a second number "8"
                        "V-URL", 1L), // "RIen"
                rowsBy(Severity.E, outcomes));
    }

    @Test
    void of_the_rows_of_November_nine_are_rejected() {
        var outcomes = outcomes(PublishedFile.CENTRES_OF_NOVEMBER);

        assertEquals(500, outcomes.size());
        assertEquals(491, accepted(outcomes));
        assertEquals(
                Map.of(
                        "V-TEL", 5L, // 33… without a plus four times, a second number "8"
                        "V-URL", 3L, // "RIen", "RIEN" twice
                        "V-HOR", 1L), // "9h-3h/13h30-17h30" on five days
                rowsBy(Severity.E, outcomes));
    }

    @Test
    void warnings_are_those_that_the_columns_show() {
        var april = rowsBy(Severity.W, outcomes(PublishedFile.CENTRES_OF_APRIL));
        var november = rowsBy(Severity.W, outcomes(PublishedFile.CENTRES_OF_NOVEMBER));

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
    void telephones_and_sites_are_normalised_as_their_shapes_ask() {
        var april = findingsBy(Severity.N, outcomes(PublishedFile.CENTRES_OF_APRIL));
        var november = findingsBy(Severity.N, outcomes(PublishedFile.CENTRES_OF_NOVEMBER));

        // Ten digits beginning with 0, or blanks, dots or dashes between digits.
        // Of 540 and 1,214 cells with ranges, those that are not yet spelt as 08h30-12h30 et 14h00-19h00.
        assertEquals(Map.of("V-TEL", 22L, "V-HOR", 534L), april);
        assertEquals(Map.of("V-TEL", 99L, "V-HOR", 1183L), november);
    }

    @Test
    void cells_of_hours_are_closed_clean_other_or_impossible() {
        assertEquals(Map.of("Closed", 782L, "Open", 540L, "Unread", 78L), hours(PublishedFile.CENTRES_OF_APRIL));
        assertEquals(
                Map.of("Closed", 2040L, "Open", 1214L, "Unread", 241L, "Impossible", 5L),
                hours(PublishedFile.CENTRES_OF_NOVEMBER));
    }

    @Test
    void what_was_kept_is_kept_unchanged_when_it_is_declared_again() {
        for (var outcome : outcomes(PublishedFile.CENTRES_OF_NOVEMBER)) {
            outcome.normalised()
                    .ifPresent(kept -> assertEquals(
                            outcome.normalised(),
                            check.check(kept, SampleCallers.pharmacist()).normalised()));
        }
    }

    private List<Outcome> outcomes(PublishedFile file) {
        return file.rows().stream()
                .map(row -> check.check(new CentreRow(row).declaration(), SampleCallers.pharmacist()))
                .toList();
    }

    private static long accepted(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.normalised().isPresent())
                .count();
    }

    private static Map<String, Long> rowsBy(Severity severity, List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.findings().stream()
                        .filter(finding -> finding.severity() == severity)
                        .map(Finding::rule)
                        .distinct())
                .collect(Collectors.groupingBy(rule -> rule, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> findingsBy(Severity severity, List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.findings().stream())
                .filter(finding -> finding.severity() == severity)
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> hours(PublishedFile file) {
        return file.rows().stream()
                .flatMap(row -> new CentreRow(row).hours().stream())
                .collect(Collectors.groupingBy(
                        cell -> DayHours.read(cell).getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
    }
}
