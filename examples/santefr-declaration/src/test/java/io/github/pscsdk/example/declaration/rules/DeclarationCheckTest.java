package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.rules.Finding.Severity;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclarationCheckTest {
    @Test
    void a_flawless_declaration_passes_unchanged_and_unremarked() {
        var outcome = Checked.whole(SampleDeclaration.flawless());

        assertEquals(Optional.of(SampleDeclaration.flawless().read()), outcome.normalised());
        assertEquals(List.of(), outcome.findings());
    }

    @Test
    void an_error_rejects_the_whole_declaration_and_every_remark_is_told() {
        var outcome = Checked.whole(SampleDeclaration.flawless()
                .withText("/place/postcode", "2185")
                .withText("/place/siren", "123456789")
                .withText("/offers/0/phone", "03 45 81 04 21"));

        assertTrue(outcome.normalised().isEmpty());
        assertEquals(
                "[V-CP(E) on place.postcode, V-SIREN(W) on place.siren, V-TEL(N) on offers[0].phone]",
                outcome.findings().toString());
    }

    @Test
    void warnings_and_normalisations_do_not_reject() {
        var outcome = Checked.whole(SampleDeclaration.flawless()
                .withText("/offers/0/phone", "03 45 81 04 21")
                .with("/offers/0/hours", "{\"monday\":\"ouvert\"}"));

        assertEquals(
                "+33345810421",
                outcome.normalised().orElseThrow().offers().get(0).phone().orElseThrow());
        assertEquals(2, outcome.findings().size());
    }

    @Test
    void the_blanks_around_a_source_are_nobody_s() {
        var outcome =
                Checked.whole(SampleDeclaration.flawless().with("/source", "{\"system\":\"centres \",\"id\":\" 7\"}"));

        assertEquals(
                new Declaration.Source(Optional.of("centres"), Optional.of("7")),
                outcome.normalised().orElseThrow().source().orElseThrow());
    }

    @Test
    void of_a_place_that_a_directory_tells_what_the_rules_refuse_is_not_filled_in() {
        var right = SampleDeclaration.flawless();
        var told = right.withText("/place/finess", "0B0999903")
                .withText("/place/siret", "12345678200010")
                .withText("/place/postcode", "2185")
                .withText("/place/latitude", "north");
        var check = new DeclarationCheck(Eligibility.current());

        var prefilled = check.prefilled(told.read());

        assertEquals(
                right.withText("/place/siret", "12345678200010")
                        .with("/place/finess", null)
                        .with("/place/postcode", null)
                        .with("/place/latitude", null)
                        .with("/place/longitude", null)
                        .with("/place/precision", null)
                        .read(),
                prefilled);
        assertEquals(right.read(), check.prefilled(right.read()));
    }

    @Test
    void every_remark_names_the_offer_it_is_about() {
        var outcome = Checked.whole(SampleDeclaration.flawless()
                .with("/offers", "[{\"kind\":\"vaccination\"},{\"kind\":\"testing\",\"phone\":\"8\"}]"));

        assertEquals(
                "[V-OFFRE(E) on offers[1].tests, V-TEL(E) on offers[1].phone]",
                outcome.findings().toString());
    }

    @Test
    void a_place_is_hidden_where_the_value_cannot_be_read() {
        var outcome = Checked.whole(SampleDeclaration.flawless().withText("/hidden", "peut-être"));

        assertEquals(Optional.of("t"), outcome.normalised().orElseThrow().hidden());
        assertEquals("[V-TXT(W) on hidden]", outcome.findings().toString());
    }

    @Test
    void what_came_out_comes_out_unchanged_when_it_is_checked_again() {
        var messy = SampleDeclaration.flawless()
                .withText("/professional/nationalId", "8 99999100011")
                .withText("/place/name", "<b>Pharmacie</b>\u00A0Imaginaire ")
                .withText("/place/latitude", "0")
                .withText("/place/longitude", "0")
                .withText("/opensOn", "06/01/2021")
                .withText("/offers/0/phone", "03.45.81.04.21")
                .withText("/offers/0/website", "www.example.fr")
                .with("/offers/0/tests", "[\"Antigenique\"]")
                .with(
                        "/offers/0/hours",
                        "{\"monday\":\"8h-12h\",\"tuesday\":\"fermé\",\"friday\":\" selon planning\"}");
        var first = Checked.whole(messy);
        var kept = first.normalised().orElseThrow();

        var second = new DeclarationCheck(Eligibility.current()).check(kept, SampleCallers.pharmacist());

        assertEquals(Optional.of(kept), second.normalised());
        assertTrue(first.findings().stream().anyMatch(finding -> finding.severity() == Severity.N));
        assertFalse(second.findings().stream().anyMatch(finding -> finding.severity() == Severity.N));
    }
}
