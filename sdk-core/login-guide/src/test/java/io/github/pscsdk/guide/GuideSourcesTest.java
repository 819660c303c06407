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

    private static final String DATED = ".*, .*[0-9]{4}";

    static Stream<LoginGuide.Step> steps() {
        return GUIDE.steps().stream();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void every_address_says_when_it_was_read(LoginGuide.Step step) {
        for (var link : links(step)) {
            assertTrue(link.address().isEmpty() || link.source().matches(DATED), link::toString);
        }
        assertTrue(!step.source().matches(DATED) || step.source().endsWith(", November 2023"));
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

        Stream.concat(step.steps().stream(), step.notes().stream())
                .flatMap(sentence -> Stream.of(sentence.text().split("\\s")))
                .filter(word -> word.contains("://"))
                .forEach(word -> assertTrue(addresses.contains(word), word));
    }

    @ParameterizedTest
    @CsvSource({
        "unlock_procedure, cliquer ici",
        "ans_support, words to click on",
        "ans_resources, words to click on",
        "diagcps, words to click on",
        "ecps_without_card, 'asks for a card for this procedure, which is for those who have none'",
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
        var asked = GUIDE.steps().stream()
                .flatMap(step -> Stream.concat(step.steps().stream(), step.notes().stream()))
                .map(LoginGuide.Part::text)
                .filter(text -> text.contains("9 characters"))
                .toList();

        assertEquals(3, asked.size());
        for (var text : asked) {
            assertTrue(
                    text.contains(
                            "speech therapists and orthoptists: 0 followed by the 9 characters of the ADELI number"),
                    text);
        }
        assertEquals(Optional.empty(), GUIDE.step("nurse_document").flatMap(step -> step.choice("adeli")));
    }

    private static List<LoginGuide.Part> links(LoginGuide.Step step) {
        return Stream.concat(step.links().stream(), step.contacts().stream().map(LoginGuide.Contact::body))
                .toList();
    }
}
