package io.github.pscsdk.example.desktop.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.desktop.field.Field;
import io.github.pscsdk.example.desktop.field.FieldValues;
import io.github.pscsdk.example.desktop.field.Week;
import io.github.pscsdk.example.desktop.handover.ReceiverFinding;
import io.github.pscsdk.example.desktop.json.DeclarationJson;
import io.github.pscsdk.example.desktop.json.DraftJson;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.Sheets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeclarationFormTest {
    private final DeclarationForm form = new DeclarationForm(People.pharmacist());

    private List<Field> rejected(FieldValues sheet) {
        return form.check(sheet).findings().stream()
                .filter(FieldFinding::rejecting)
                .flatMap(finding -> finding.field().stream())
                .toList();
    }

    @Test
    void a_complete_sheet_becomes_a_document_of_the_professional() {
        var checked = form.check(Sheets.complete());

        var body = checked.body().orElseThrow();
        assertTrue(body.contains("\"nationalId\":\"899999100011\""), body);
        assertTrue(body.contains("\"monday\":\"08h30-12h30 et 14h00-19h00\""), body);
        assertEquals(List.of(), rejected(Sheets.complete()));
    }

    @Test
    void each_finding_stands_at_its_field() {
        var sheet = Sheets.complete().with(Field.PHONE, "doctolib").with(Field.POSTCODE, "7500");

        assertEquals(List.of(Field.POSTCODE, Field.PHONE), rejected(sheet));
        assertEquals(Optional.empty(), form.check(sheet).body());
    }

    @Test
    void what_the_directory_knows_is_filled_in_only_where_the_rules_take_it() {
        var place = PracticePlace.of(People.pharmacistOfWrongNumbers()).get(0);

        var prefilled = form.prefilled(place);

        assertEquals("VILLE-TEST", prefilled.get(Field.TOWN));
        assertEquals("place DU MARCHE INVENTE", prefilled.get(Field.STREET));
        for (var refused : List.of(Field.PHONE, Field.POSTCODE)) {
            assertEquals("", prefilled.get(refused));
            assertNotEquals("", place.sheet().get(refused));
        }
    }

    @Test
    void a_finding_on_the_hours_stands_at_its_day_with_all_other_findings() {
        var half = new Week(Map.of(
                DayOfWeek.TUESDAY, new Week.Day(List.of("8h30"), ""),
                DayOfWeek.FRIDAY, new Week.Day(List.of("14h", "12h"), ""),
                DayOfWeek.SUNDAY, new Week.Day(List.of(), "sur demande")));
        var checked =
                form.check(Sheets.complete().with(Field.HOURS, half.text()).with(Field.POSTCODE, "7500"));

        var found = checked.findings();
        assertEquals(Optional.empty(), checked.body());
        assertEquals(List.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY, DayOfWeek.SUNDAY), days(found.stream()));
        assertEquals(
                List.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
                days(found.stream().filter(FieldFinding::rejecting)));
        assertTrue(found.stream().anyMatch(finding -> finding.field().equals(Optional.of(Field.POSTCODE))));
    }

    private static List<DayOfWeek> days(Stream<FieldFinding> findings) {
        return findings.flatMap(finding -> finding.day().stream()).toList();
    }

    @Test
    void hours_alone_stand_in_the_way_too() {
        var half = new Week(Map.of(DayOfWeek.MONDAY, new Week.Day(List.of("8h30"), ""))).text();

        assertEquals(
                Optional.empty(),
                form.check(Sheets.complete().with(Field.HOURS, half)).body());
    }

    @Test
    void a_remark_of_the_receiver_on_a_day_stands_at_that_day() {
        var finding = FieldFinding.of(new ReceiverFinding("offers[0].hours.sunday", true, "fr", "en"));

        assertEquals(Optional.of(Field.HOURS), finding.field());
        assertEquals(Optional.of(DayOfWeek.SUNDAY), finding.day());
    }

    @Test
    void an_empty_sheet_is_no_declaration_and_no_crash() {
        var checked = form.check(FieldValues.EMPTY);

        assertFalse(checked.findings().isEmpty());
        assertEquals(Optional.empty(), checked.body());
    }

    @Test
    void what_the_directory_knows_of_the_place_is_filled_in() {
        var sheet = PracticePlace.of(People.pharmacist()).get(0).sheet();

        assertEquals("PHARMACIE DU BANC D'ESSAI", sheet.get(Field.PLACE_NAME));
        assertEquals("place DU MARCHE INVENTE", sheet.get(Field.STREET));
        assertEquals("VILLE-TEST", sheet.get(Field.TOWN));
    }

    @Test
    void several_values_of_a_field_are_several_texts_of_the_document() {
        var sheet = Sheets.complete().with(Field.KIND, "testing").with(Field.TESTS, "RT-PCR, antigénique");

        assertTrue(textOf(sheet).contains("[\"RT-PCR\",\"antigénique\"]"));
    }

    private static String textOf(FieldValues sheet) {
        return DeclarationJson.write(sheet, Map.of());
    }

    @Test
    void a_draft_reads_back_as_it_was_even_without_a_field_that_this_version_lacks() {
        var sheet = Sheets.complete();

        assertEquals(sheet, DraftJson.read(DraftJson.write(sheet)));
        assertEquals(new FieldValues(Map.of(Field.TOWN, "X")), DraftJson.read("{\"TOWN\":\"X\",\"OF_LATER\":\"1\"}"));
    }

    @Test
    void whoever_may_declare_is_not_refused_and_whoever_may_not_is_told_why_in_two_languages() {
        assertEquals(Optional.empty(), form.refusal(Language.FRENCH));

        var refused = new DeclarationForm(People.withoutPlace());

        assertTrue(refused.refusal(Language.FRENCH).isPresent());
        assertNotEquals(refused.refusal(Language.FRENCH), refused.refusal(Language.ENGLISH));
        assertEquals(Optional.empty(), refused.check(Sheets.complete()).body());
    }
}
