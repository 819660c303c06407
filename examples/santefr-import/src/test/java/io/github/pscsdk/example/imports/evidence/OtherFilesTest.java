package io.github.pscsdk.example.imports.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.hours.WeekHours;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.imports.AccessDescription;
import io.github.pscsdk.example.imports.ImportedRow;
import io.github.pscsdk.example.imports.PublishedLayout;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The testing sites of 2020 and the flu pharmacies of 2025. Each count was taken from the file by other means than the
 * import; what it counts is said beside it.
 */
class OtherFilesTest {
    private static final Pattern WORD =
            Pattern.compile("(\\d{1,2}) ?[h:](?: ?(\\d{2}))?(?! ?h|[\\p{N}\\p{L}])|[\\p{L}\\p{N}]+");
    private static final Pattern OF_DAYS = Pattern.compile(
            "lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|lu|ve|sam?|du|au|à|et|de|les?|puis|ferm[eé]"
                    + "|tous|jours|y|compris|ouvert(?:ure)?|matin|lmmjv|s|we|7j|7");

    @Test
    void a_testing_site_is_imported_or_rejected_for_a_number_or_a_postcode() throws Exception {
        var sites = PublishedFile.TESTING_SITES.imported();

        assertEquals(PublishedLayout.TESTING_SITES, sites.report().layout());
        assertEquals(600, sites.report().read());
        assertEquals(559, sites.report().imported());
        assertEquals(74, sites.report().toCorrect());
        assertEquals(41, sites.report().rejected());
        assertEquals(
                Map.of(
                        "V-FINESS", 31L, // of the site or of the legal entity, see below
                        "V-TEL", 5L,
                        "V-URL", 71L,
                        "V-CP", 11L), // no five digits in the address
                FindingCounts.rowsByRule(Severity.E, sites.rows()));
        assertEquals(Map.of("date_modif", 600), sites.report().notTakenOver());
    }

    @Test
    void telephones_of_testing_sites() throws Exception {
        var rows = PublishedFile.TESTING_SITES.imported().rows();

        // 96 are empty. 16 cells hold two numbers, one an extension, 3 words alone, one 9 digits and one 11.
        assertEquals(Map.of("V-TEL N", 482L, "V-TEL W", 17L, "V-TEL E", 5L), FindingCounts.on("offers[0].phone", rows));
    }

    @Test
    void sites_of_testing_sites() throws Exception {
        var rows = PublishedFile.TESTING_SITES.imported().rows();

        // 355 are empty, 145 begin with http, 29 are bare hosts, the rest are words, telephones and one address with
        // words behind it.
        assertEquals(Map.of("V-URL N", 29L, "V-URL E", 71L), FindingCounts.on("offers[0].website", rows));
    }

    @Test
    void FINESS_numbers_of_testing_sites() throws Exception {
        var rows = PublishedFile.TESTING_SITES.imported().rows();

        // AUTRE 96, of which 8 have the name of a laboratory, DRIVE 12, A PRECISER 5, and one SIRET; every number,
        // those of Corsica too, has a right key.
        assertEquals(Map.of("V-FINESS N", 88L, "V-FINESS E", 26L), FindingCounts.on("place.finess", rows));
        // ARS-IDF 5, and one SIRET.
        assertEquals(Map.of("V-FINESS E", 6L), FindingCounts.on("place.legalFiness", rows));
    }

    @Test
    void only_the_words_for_no_number_are_taken_out_of_the_column_FINESS_and_never_without_a_remark() throws Exception {
        var rows = PublishedFile.TESTING_SITES.imported().rows();
        var cells = PublishedFile.TESTING_SITES.cells();

        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var cell = cells.get(i).get("finess");
            var isTold = row.findings().toString().contains("V-FINESS(N) on place.finess");
            assertTrue(!isTold || Set.of("AUTRE", "IDE").contains(cell), cell);
            row.declaration()
                    .ifPresent(declaration -> assertEquals(
                            isTold ? Optional.empty() : Optional.of(cell),
                            declaration.place().finess()));
        }
    }

    @Test
    void appointment_modes_public_and_sampling_modes_of_testing_sites() throws Exception {
        var rows = PublishedFile.TESTING_SITES.imported().rows();
        var cells = PublishedFile.TESTING_SITES.cells();
        var three = Set.of("Sur rendez-vous uniquement", "Sans rendez-vous", "Avec ou sans rendez-vous");

        // Of 526 that are filled, 83 hold something else than the three; 32 of them only another spelling.
        assertEquals(
                443,
                cells.stream()
                        .filter(row -> three.contains(row.get("check_rdv")))
                        .count());
        assertEquals(475, FindingCounts.on("offers[0].appointment", rows).get("V-RDV N"));
        // "Patients symptomatiques" and "Créneaux pour personnes prioritaires" twice each, "selon recommandations".
        assertEquals(Map.of("V-LIST W", 5L), FindingCounts.on("offers[0].audience", rows));
        // "sur drive de Torcy" seven times, addresses, and the like; one DRIVE.
        assertEquals(Map.of("V-LIST N", 1L, "V-LIST W", 16L), FindingCounts.on("offers[0].modes", rows));
    }

    @Test
    void every_imported_testing_site_says_where_and_for_whom() throws Exception {
        for (var row : PublishedFile.TESTING_SITES.imported().rows()) {
            row.declaration().ifPresent(declaration -> {
                var offer = declaration.offers().get(0);
                assertTrue(!offer.modes().isEmpty(), row::toString);
                assertTrue(!offer.audience().isEmpty(), row::toString);
            });
        }
    }

    @Test
    void weeks_of_testing_sites_are_laid_out_by_day_or_kept_and_come_out_the_same() throws Exception {
        var rows = PublishedFile.TESTING_SITES.imported().rows();
        var weeks = PublishedFile.TESTING_SITES.cells().stream()
                .map(row -> row.get("horaire"))
                .filter(cell -> !cell.isBlank())
                .map(WeekHours::read)
                .toList();

        // 358 name days, some of them beside a remark on the week, one holds bars alone. The others speak of
        // appointments, of dates, of hours that cannot be read, or of nothing that names a day.
        assertEquals(438, weeks.size());
        assertEquals(Map.of("V-HOR N", 359L, "V-HOR W", 112L), FindingCounts.on("offers[0].hoursText", rows));
        for (var week : weeks) {
            week.ifPresent(read -> assertEquals(week, WeekHours.read(read.canonical())));
        }
        // 85 are filled: weeks, and texts such as "Lu Ve 11h-13h".
        var priority = FindingCounts.on("offers[0].priorityHours", rows);
        assertEquals(85, priority.get("V-HOR N") + priority.get("V-HOR W"));
    }

    @Test
    void no_word_of_a_week_is_lost() throws Exception {
        var byDay = 0;
        var asText = 0;
        var withRest = 0;
        for (var column : List.of("horaire", "horaire_prio")) {
            for (var row : PublishedFile.TESTING_SITES.cells()) {
                var cell = row.get(column);
                if (cell.isBlank()) {
                    continue;
                }
                var week = WeekHours.read(cell);
                week.ifPresent(read -> assertEquals(
                        Set.of(), without(words(cell), words(read.canonical())), () -> cell + " > " + read));
                byDay += week.isPresent() ? 1 : 0;
                asText += week.isPresent() ? 0 : 1;
                withRest += week.flatMap(WeekHours::rest).isPresent() ? 1 : 0;
            }
        }
        // Of 438 hours and 85 hours for priority people.
        assertEquals(
                "423 by day, 36 of them with a rest; 100 as text",
                byDay + " by day, " + withRest + " of them with a rest; " + asText + " as text");
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        all.removeAll(others);
        return all;
    }

    /** Times in one spelling; without the names of days, and what leads from one to the next. */
    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.FRENCH))
                .results()
                .map(word -> word.group(1) == null ? word.group() : time(word))
                .filter(word -> !OF_DAYS.matcher(word).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String time(MatchResult word) {
        return String.format(
                "%02dh%02d",
                Integer.valueOf(word.group(1)), word.group(2) == null ? 0 : Integer.valueOf(word.group(2)));
    }

    @Test
    void flu_pharmacies_are_imported_one_of_them_to_be_corrected() throws Exception {
        var pharmacies = PublishedFile.FLU_PHARMACIES.imported();

        assertEquals(PublishedLayout.FLU_PHARMACIES, pharmacies.report().layout());
        assertEquals(500, pharmacies.report().imported());
        // One host with words behind it.
        assertEquals(Map.of("V-URL", 1L), FindingCounts.byRule(Severity.E, pharmacies.rows()));
        // Every FINESS number has a right key, every postcode five digits, every position lies in its territory; one
        // town is more than one.
        assertEquals(Map.of("V-TXT", 1L), FindingCounts.byRule(Severity.W, pharmacies.rows()));
        assertEquals(Map.of(), pharmacies.report().notTakenOver());
    }

    @Test
    void access_telephones_sites_and_weeks_of_flu_pharmacies() throws Exception {
        var rows = PublishedFile.FLU_PHARMACIES.imported().rows();

        // "avec rendez-vous" 310; "sans rendez-vous" 185; nothing 5.
        assertEquals(310, with("required", rows));
        assertEquals(185, with("none", rows));
        assertEquals(Map.of("V-RDV N", 495L), FindingCounts.on("offers[0].appointment", rows));
        assertEquals(Map.of("V-TEL N", 306L), FindingCounts.on("offers[0].phone", rows));
        // 72 addresses, 7 bare hosts, one host with words behind it.
        assertEquals(Map.of("V-URL N", 7L, "V-URL E", 1L), FindingCounts.on("offers[0].website", rows));
        // 434 cells hold days.
        assertEquals(Map.of("V-HOR N", 434L), FindingCounts.on("offers[0].hoursText", rows));
    }

    @Test
    void flu_pharmacies_spell_their_hours_as_the_form_does() throws Exception {
        var days = 0;
        for (var row : PublishedFile.FLU_PHARMACIES.cells()) {
            var cell = row.get("modalites_accueil");
            var lines = Optional.ofNullable(AccessDescription.of(cell).values().get("hoursText"))
                    .map(text -> List.of(text.split(" \\| ")))
                    .orElse(List.of());
            for (var line : lines) {
                days++;
                assertTrue(cell.contains("<li>" + line + "</li>"), line);
                assertEquals(line, WeekHours.read(line).orElseThrow().canonical());
            }
        }
        assertEquals(2384, days);
    }

    private static long with(String mode, List<ImportedRow> rows) {
        return rows.stream()
                .flatMap(row -> row.declaration().stream())
                .filter(one -> one.offers().get(0).appointment().equals(Optional.of(mode)))
                .count();
    }
}
