package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.Caller.Practice;
import io.github.pscsdk.example.declaration.Caller.Workplace;
import io.github.pscsdk.example.declaration.sample.SampleCallers;
import io.github.pscsdk.example.declaration.sample.SampleDeclaration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** V-OFFRE and V-RDV. */
class OfferRulesTest {
    private static final String TESTING = "[{\"kind\":\"testing\",\"tests\":[\"antigénique\"]}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "[{\"kind\":\"vaccination\"}] > ``",
                "[{\"kind\":\"testing\",\"tests\":[\"RT-PCR\"]}] > ``",
                "[{\"kind\":\"testing\",\"tests\":[\"Antigenique\",\"SALIVAIRE\"]}] > "
                        + "V-OFFRE.test-stored N, V-OFFRE.test-stored N",
                "[] > V-OFFRE.none E",
                "[{\"kind\":\"consultation\"}] > V-OFFRE.kind E",
                "[{\"products\":[\"Comirnaty\"]}] > V-OFFRE.kind E",
                "[{\"kind\":\"testing\"}] > V-OFFRE.no-test E",
                "[{\"kind\":\" testing \"}] > V-OFFRE.no-test E",
                "[{\"kind\":\"vaccination\"},{\"kind\":\"testing\",\"tests\":[\"RT-PCR\"]}] > ``",
                "[{\"kind\":\"testing\",\"tests\":[\" \"]}] > V-OFFRE.no-test E",
                "[{\"kind\":\"testing\",\"tests\":[\"sérologie\"]}] > V-OFFRE.unknown-test E",
            })
    void something_is_offered(String offers, String remarks) {
        assertEquals(remarks, remarks(offers, SampleCallers.pharmacist()));
    }

    @ParameterizedTest
    @CsvSource({
        "10, C, SM54, L, SA07, yes, yes",
        "10, M, SM54, L, SA07, yes, yes",
        "21, C, '', L, SA33, yes, yes",
        "21, C, '', L, SA39, yes, yes",
        "21, C, '', L, SA25, yes, yes",
        "21, C, '', L, SA01, no, no",
        "40, C, '', L, SA07, yes, no",
        "50, C, '', L, SA07, yes, yes",
        "60, C, '', L, SA08, yes, yes",
        "70, C, '', L, SA07, yes, no",
        "91, C, '', L, SA07, no, no",
        "39, C, '', L, SA33, no, no",
        "86, C, '', L, SA25, no, no",
        "10, E, '', L, SA07, no, no",
        "XX, C, '', L, SA07, no, no"
    })
    void a_profession_declares_what_the_table_grants_it(
            String profession,
            String category,
            String specialty,
            String mode,
            String sector,
            String tests,
            String vaccines) {
        var caller = SampleCallers.practising(profession, category, specialty, mode, sector);

        assertEquals(tests.equals("yes") ? "" : "V-OFFRE.no-testing E", remarks(TESTING, caller));
        assertEquals(
                vaccines.equals("yes") ? "" : "V-OFFRE.no-vaccination E",
                remarks("[{\"kind\":\"vaccination\"}]", caller));
    }

    @Test
    void the_salaried_only_are_refused_with_the_reason() {
        assertEquals("V-OFFRE.salaried-only E", remarks(TESTING, SampleCallers.practising("10", "C", "", "S", "SA01")));
        assertEquals("V-OFFRE.salaried-only E", remarks(TESTING, SampleCallers.practising("10", "C", "", "B", "SA05")));
    }

    @Test
    void who_has_no_workplace_is_refused_with_the_reason() {
        var caller = SampleCallers.of(new Practice("10", "C", "", List.of()));

        assertEquals("V-OFFRE.no-workplace E", remarks(TESTING, caller));
    }

    @Test
    void who_has_no_professional_data_is_refused_with_the_reason() {
        assertEquals("V-OFFRE.no-professional-data E", remarks(TESTING, SampleCallers.of()));
    }

    @Test
    void the_right_and_the_self_employment_must_be_of_the_same_practice() {
        var salariedDoctor = new Practice("10", "C", "", List.of(new Workplace("S", "SA01")));
        var freeSpeechTherapist = new Practice("91", "C", "", List.of(new Workplace("L", "SA07")));

        assertEquals("V-OFFRE.no-testing E", remarks(TESTING, SampleCallers.of(salariedDoctor, freeSpeechTherapist)));
    }

    @Test
    void one_workplace_of_several_is_enough() {
        var workplaces = List.of(new Workplace("S", "SA01"), new Workplace("L", "SA07"));

        assertEquals("", remarks(TESTING, SampleCallers.of(new Practice("10", "C", "", workplaces))));
    }

    @ParameterizedTest
    @CsvSource({
        "required, 0345810421, '', ''",
        "required, '', www.example.fr, ''",
        "required, '', '', V-RDV.no-contact W",
        "optional, '', '', ''",
        "none, '', '', ''",
        "'', '', '', ''",
        "Sur rendez-vous via doctolib, '', '', V-RDV.unknown W",
        "Sur rendez-vous uniquement, 0345810421, '', V-RDV.stored N",
        "sans  Rendez vous, '', '', V-RDV.stored N",
        "Avec ou sans rendez-vous, '', '', V-RDV.stored N",
        "avec rendez-vous, '', '', 'V-RDV.stored N, V-RDV.no-contact W'"
    })
    void who_must_book_is_told_how(String mode, String phone, String website, String remarks) {
        var sample = SampleDeclaration.flawless()
                .withText("/offers/0/appointment", mode)
                .withText("/offers/0/phone", phone)
                .withText("/offers/0/website", website);

        var line = Checked.line(sample, "offers[0].appointment");

        assertEquals(remarks, line.substring(line.indexOf('|') + 2));
    }

    private static String remarks(String offers, Caller caller) {
        var declaration = SampleDeclaration.flawless().with("/offers", offers).read();
        return new DeclarationCheck(Eligibility.current())
                .check(declaration, caller).findings().stream()
                        .filter(finding -> finding.rule().equals("V-OFFRE"))
                        .map(Checked::remark)
                        .collect(Collectors.joining(", "));
    }
}
