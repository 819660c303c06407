package io.github.pscsdk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginGuide;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is invented: what was not read is said to be missing, and what was read says where and when. */
class GuideSourcesTest {
    private static final LoginGuide GUIDE = SantefrGuide.in(Locale.ENGLISH);

    static Stream<LoginGuide.Step> steps() {
        return GUIDE.steps().stream();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void every_address_says_when_it_was_read(LoginGuide.Step step) {
        for (var link : links(step)) {
            assertTrue(link.address().isEmpty() || link.source().date().isPresent(), link::toString);
        }
        assertTrue(step.source().date().isEmpty() || step.source().date().get().equals("2023-11"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void an_address_that_is_not_known_is_owned_up_to_in_a_note(LoginGuide.Step step) {
        var unknown = links(step).stream().anyMatch(link -> link.address().isEmpty());

        assertEquals(
                unknown,
                step.notes().stream()
                        .anyMatch(note -> note.text().contains("not give the address")
                                || note.text().contains("without an address")),
                step::title);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void no_text_holds_an_address_that_is_no_link_of_its_step(LoginGuide.Step step) {
        var addresses = step.links().stream()
                .flatMap(link -> link.address().stream())
                .map(Object::toString)
                .toList();

        Stream.concat(step.steps().stream(), step.notes().stream().map(note -> note.text()))
                .flatMap(text -> Stream.of(text.split("\\s")))
                .filter(word -> word.contains("://"))
                .forEach(word -> assertTrue(addresses.contains(word), word));
    }

    @ParameterizedTest
    @CsvSource({
        "unlock_procedure, cliquer ici",
        "ans_support, words to click on",
        "ans_resources, words to click on",
        "diagcps, words to click on",
        "ecps_without_card, asks for a working CPS card; it is for those who have no card",
        "ecps_without_card, With an ADELI number",
        "ecps_without_card, Nurses went from ADELI to RPPS in October 2021",
        "ecps_without_card, carte e-CPS",
        "contact_details, With an ADELI number",
        "update_contact, Pharmacists and the professions with an ADELI number are missing",
        "identifier, Nurses went from ADELI to RPPS in October 2021"
    })
    void each_gap_of_the_guide_is_a_note_where_it_matters(String step, String words) {
        assertTrue(
                GUIDE.step(step).orElseThrow().notes().stream()
                        .anyMatch(note -> note.text().contains(words)),
                words);
    }

    @Test
    void professions_that_the_guide_forgot_have_a_body_without_an_address() {
        var forgotten = GUIDE.step("update_contact").orElseThrow().contacts().stream()
                .filter(contact -> contact.body().address().isEmpty())
                .map(LoginGuide.Contact::professions)
                .toList();

        assertEquals(List.of(List.of("21"), List.of("91", "92")), forgotten);
    }

    @Test
    void a_nurse_is_never_asked_for_an_adeli_number() {
        var asked = GUIDE.step("ecps_without_card").orElseThrow().steps().stream()
                .filter(text -> text.contains("ADELI"))
                .toList();

        assertEquals(1, asked.size());
        assertTrue(
                asked.get(0)
                        .contains(
                                "speech therapists and orthoptists: 0 followed by the 9 characters of the ADELI number"),
                asked::toString);
        assertEquals(Optional.empty(), GUIDE.step("nurse_document").flatMap(step -> step.choice("adeli")));
    }

    @Test
    void what_is_added_to_a_step_of_the_guide_says_that_it_is_ours() {
        var published = GUIDE.start().source();
        var ours = GUIDE.steps().stream()
                .filter(step -> step.source().equals(published))
                .flatMap(step -> step.choices().stream()
                        .filter(choice -> !choice.source().equals(published))
                        .map(choice -> step.id() + " " + choice.id() + ", "
                                + choice.source().name()))
                .toList();

        assertEquals(
                Stream.of(
                                "start elsewhere",
                                "unlock_procedure fail",
                                "login_cps fail",
                                "login_ecps fail",
                                "update_contact fail",
                                "other_equipment fail",
                                "diagcps card",
                                "diagcps workstation",
                                "diagcps fine")
                        .map(choice -> choice + ", psc-sdk, not in the guide")
                        .toList(),
                ours);
    }

    @ParameterizedTest
    @CsvSource({
        "connected, 'In other software, go on there.'",
        "login_ecps, 'these are added, after the steps of the card.'",
        "update_contact, 'their lines are added, without an address.'",
        "ecps_without_card, 'whoever has an RPPS number enters it'",
        "start, 'wherever software asks for Pro Santé Connect'"
    })
    void words_of_ours_in_a_step_of_the_guide_are_a_note_of_ours(String id, String words) {
        var step = GUIDE.step(id).orElseThrow();

        assertTrue(
                step.notes().stream()
                        .filter(note -> note.source().name().equals("psc-sdk, not in the guide"))
                        .anyMatch(note -> note.text().contains(words)),
                words);
    }

    private static List<LoginGuide.Link> links(LoginGuide.Step step) {
        return Stream.concat(step.links().stream(), step.contacts().stream().map(LoginGuide.Contact::body))
                .toList();
    }
}
