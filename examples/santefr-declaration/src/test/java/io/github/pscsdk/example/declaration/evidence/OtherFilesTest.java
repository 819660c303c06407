package io.github.pscsdk.example.declaration.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.hours.WeekHours;
import io.github.pscsdk.example.declaration.json.EligibilityReader;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Single columns of the testing sites of 2020 and the flu pharmacies of 2025, put into an otherwise flawless row. */
class OtherFilesTest {
    private static final Pattern DAY_LINE = Pattern.compile("<li>(\\p{L}+ : .*?)</li>");
    private static final Pattern PHONE = Pattern.compile("Téléphone pour la prise de rendez-vous : </strong>(.*?)</p>");
    private static final Pattern SITE =
            Pattern.compile("Site internet pour la prise de rendez-vous : </strong><a href=\"(.*?)\"");
    private static final Pattern NOTE = Pattern.compile("Informations complémentaires : </strong>(.*?)</p>");

    private final DeclarationCheck check = new DeclarationCheck(EligibilityReader.current());

    @Test
    void telephones_of_testing_sites() {
        var cells = column(PublishedFile.TESTING_SITES, row -> row.get("tel_rdv"));

        // 16 cells hold two numbers, one an extension, 3 words alone, one 9 digits and one 11.
        assertEquals(Map.of("nothing", 96L, "V-TEL N", 482L, "V-TEL E", 22L), remarks("/offers/0/phone", cells));
    }

    @Test
    void sites_of_testing_sites() {
        var cells = column(PublishedFile.TESTING_SITES, row -> row.get("web_rdv"));

        // 145 begin with http, 29 are bare hosts, the rest are words, telephones and one address with words behind it.
        assertEquals(
                Map.of("nothing", 355L, "kept", 145L, "V-URL N", 29L, "V-URL E", 71L),
                remarks("/offers/0/website", cells));
    }

    @Test
    void FINESS_numbers_of_testing_sites() {
        var cells = column(PublishedFile.TESTING_SITES, row -> row.get("finess"));

        // AUTRE 96, DRIVE 12, A PRECISER 5, and one SIRET; every number, those of Corsica too, has a right key.
        assertEquals(Map.of("kept", 486L, "V-FINESS E", 114L), remarks("/place/finess", cells));
    }

    @Test
    void weeks_of_testing_sites_are_read_or_left_alone_and_come_out_the_same() {
        var weeks = PublishedFile.TESTING_SITES.rows().stream()
                .map(row -> row.get("horaire"))
                .filter(cell -> !cell.isBlank())
                .map(WeekHours::read)
                .toList();

        // 267 name days once each, one holds bars alone. The others speak of "lundi au vendredi", of appointments, or
        // of nothing that names a day.
        assertEquals(438, weeks.size());
        assertEquals(268, weeks.stream().filter(Optional::isPresent).count());
        for (var week : weeks) {
            week.ifPresent(read -> assertEquals(week, WeekHours.read(read.canonical())));
        }
    }

    @Test
    void flu_pharmacies_spell_their_hours_as_the_form_does() {
        var lines = new ArrayList<String>();
        for (var row : PublishedFile.FLU_PHARMACIES.rows()) {
            DAY_LINE.matcher(row.get("Modalites_accueil")).results().forEach(line -> lines.add(line.group(1)));
        }

        assertEquals(2384, lines.size());
        for (var line : lines) {
            assertEquals(line, WeekHours.read(line).orElseThrow().canonical());
        }
    }

    @Test
    void numbers_telephones_sites_and_notes_of_flu_pharmacies() {
        assertEquals(
                Map.of("kept", 500L),
                remarks("/place/finess", column(PublishedFile.FLU_PHARMACIES, row -> row.get("Finess"))));
        assertEquals(
                Map.of("kept", 500L),
                remarks("/place/postcode", column(PublishedFile.FLU_PHARMACIES, row -> row.get("Adresse_codepostal"))));
        assertEquals(Map.of("nothing", 194L, "V-TEL N", 306L), remarks("/offers/0/phone", welcome(PHONE)));
        // 7 bare hosts, one host with words behind it.
        assertEquals(
                Map.of("nothing", 420L, "kept", 72L, "V-URL N", 7L, "V-URL E", 1L),
                remarks("/offers/0/website", welcome(SITE)));
        // 42 of 207 notes hold an entity, and none a tag.
        var notes = remarks("/offers/0/details", welcome(NOTE));
        assertEquals(42, notes.get("V-TXT W"));
        assertTrue(notes.keySet().stream().noneMatch(remark -> remark.endsWith(" E")));
    }

    private List<String> column(PublishedFile file, Function<Map<String, String>, String> cell) {
        return file.rows().stream().map(cell).toList();
    }

    private List<String> welcome(Pattern part) {
        return column(PublishedFile.FLU_PHARMACIES, row -> {
            var match = part.matcher(row.get("Modalites_accueil"));
            return match.find() ? match.group(1) : "";
        });
    }

    /** How many cells are empty, are kept without a remark, or get one, when the rest of the row has no flaw. */
    private Map<String, Long> remarks(String pointer, List<String> cells) {
        var field = pointer.substring(1).replace("offers/0/", "offers[0].").replace('/', '.');
        var base = SampleDeclaration.flawless().with("/place/inseeCode", null).with("/place/latitude", null);
        return cells.stream()
                .map(cell -> cell.isBlank() ? "nothing" : remark(base.withText(pointer, cell), field))
                .collect(Collectors.groupingBy(remark -> remark, TreeMap::new, Collectors.counting()));
    }

    private String remark(SampleDeclaration sample, String field) {
        return check.check(sample.read(), SampleCallers.pharmacist()).findings().stream()
                .filter(finding -> finding.field().equals(field))
                .map(OtherFilesTest::ruleAndSeverity)
                .findFirst()
                .orElse("kept");
    }

    private static String ruleAndSeverity(Finding finding) {
        return finding.rule() + " " + finding.severity();
    }
}
