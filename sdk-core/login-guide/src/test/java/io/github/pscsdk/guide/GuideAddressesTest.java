package io.github.pscsdk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GuideAddressesTest {
    private static final URI SUPPORT = URI.create("https://support.example/cards");

    @Test
    void the_published_guide_has_five_links_of_words_alone() {
        assertEquals(
                Set.of("unlock", "ans-support", "diagcps", "nurse-document", "ans-resources"), GuideAddresses.links());
    }

    @ParameterizedTest
    @EnumSource
    void an_address_that_is_set_is_shown_with_its_day_and_as_not_the_guides(Language language) {
        var addresses = GuideAddresses.none().with("ans-support", SUPPORT, LocalDate.of(2026, 11, 2));

        var link = onlyLink(SantefrGuide.in(language.locale(), addresses), "ans_support");

        assertEquals(Optional.of(SUPPORT), link.address());
        assertEquals(onlyLink(SantefrGuide.in(language.locale()), "ans_support").text(), link.text());
        assertTrue(
                link.source()
                        .matches(
                                language == Language.FRENCH
                                        ? ".*hors du guide.*, 2 novembre 2026"
                                        : ".*not in the guide.*, November 2, 2026"),
                link::toString);
    }

    @Test
    void all_others_remain_words() {
        var addresses = GuideAddresses.none().with("ans-support", "https://support.example/cards 2026-11-02");

        var changed = SantefrGuide.in(Locale.ENGLISH, addresses).steps().stream()
                .filter(step -> !SantefrGuide.in(Locale.ENGLISH).steps().contains(step))
                .map(LoginGuide.Step::id)
                .toList();

        assertEquals(List.of("ans_support"), changed);
    }

    @Test
    void no_note_of_a_step_denies_the_address_that_its_link_has() {
        var addresses = GuideAddresses.none();
        for (var link : GuideAddresses.links()) {
            addresses = addresses.with(link, "https://host.example/" + link + " 2026-11-02");
        }

        for (var step : SantefrGuide.in(Locale.ENGLISH, addresses).steps()) {
            assertTrue(step.links().stream().allMatch(link -> link.address().isPresent()), step::id);
            assertFalse(step.notes().stream().anyMatch(note -> note.text().contains("not known")), step::id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "form, https://secret.example 2026-11-02",
        "diagcps, https://secret.example",
        "diagcps, 2026-11-02",
        "diagcps, https://secret.example 02/11/2026",
        "diagcps, https://secret.example 2026-13-02",
        "diagcps, https://secret.example 2026-11-02 again",
        "diagcps, javascript:secret 2026-11-02",
        "diagcps, https:secret 2026-11-02",
        "diagcps, https://sec|ret.example 2026-11-02"
    })
    void a_setting_that_is_none_is_refused_by_its_name_and_not_quoted(String link, String setting) {
        var addresses = GuideAddresses.none();

        var refused = assertThrows(IllegalArgumentException.class, () -> addresses.with(link, setting));

        assertTrue(refused.getMessage().contains("diagcps"), refused::getMessage);
        assertFalse(refused.getMessage().contains("secret"), refused::getMessage);
    }

    private static LoginGuide.Part onlyLink(LoginGuide guide, String step) {
        var links = guide.step(step).orElseThrow().links();
        assertEquals(1, links.size());
        return links.get(0);
    }
}
