package io.github.pscsdk.example.desktop.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.desktop.json.DeclarationJson;
import io.github.pscsdk.example.desktop.json.SheetJson;
import io.github.pscsdk.example.desktop.lab.People;
import io.github.pscsdk.example.desktop.lab.Sheets;
import io.github.pscsdk.example.desktop.sheet.Field;
import io.github.pscsdk.example.desktop.sheet.Sheet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclarationFormTest {
    private final DeclarationForm form = new DeclarationForm(People.pharmacist());

    private List<Field> rejected(Sheet sheet) {
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
    void hours_that_are_no_week_are_told_at_their_field_with_all_other_findings() {
        var sheet = Sheets.complete().with(Field.HOURS, "sur demande").with(Field.POSTCODE, "7500");

        assertEquals(List.of(Field.POSTCODE, Field.HOURS), rejected(sheet));
    }

    @Test
    void an_empty_sheet_is_no_declaration_and_no_crash() {
        var checked = form.check(Sheet.EMPTY);

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

    private static String textOf(Sheet sheet) {
        return DeclarationJson.write(People.pharmacist().nationalId(), sheet, Map.of());
    }

    @Test
    void a_draft_reads_back_as_it_was_even_without_a_field_that_this_version_lacks() {
        var sheet = Sheets.complete();

        assertEquals(sheet, SheetJson.read(SheetJson.write(sheet)));
        assertEquals(new Sheet(Map.of(Field.TOWN, "X")), SheetJson.read("{\"TOWN\":\"X\",\"OF_LATER\":\"1\"}"));
    }

    @Test
    void whoever_may_declare_is_not_refused_and_whoever_may_not_is_told_why_in_two_languages() {
        assertEquals(Optional.empty(), form.refusal(Locale.FRENCH));

        var refused = new DeclarationForm(People.withoutPlace());

        assertTrue(refused.refusal(Locale.FRENCH).isPresent());
        assertNotEquals(refused.refusal(Locale.FRENCH), refused.refusal(Locale.ENGLISH));
        assertEquals(Optional.empty(), refused.check(Sheets.complete()).body());
    }
}
