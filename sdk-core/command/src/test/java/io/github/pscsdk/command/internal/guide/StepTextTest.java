package io.github.pscsdk.command.internal.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.command.Psc;
import io.github.pscsdk.commandline.internal.CommandTexts;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.guide.SantefrGuide;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StepTextTest {
    @Test
    void an_address_that_nobody_knows_is_said_to_be_unknown() {
        var lines = english("ans_support");

        assertTrue(
                lines.contains("  > Support of the Agence du Numérique en Santé: address not known"), lines::toString);
    }

    @Test
    void a_contact_shows_its_address_and_how_long_a_change_takes() {
        var lines = english("update_contact");

        assertTrue(
                lines.contains("  - Doctors: Personal area of doctors: "
                        + "https://monespace.medecin.fr/user/login?destination=cas/login, takes about 72 h before trying"
                        + " again"),
                lines::toString);
        assertTrue(
                lines.contains("  - Pharmacists: Ordre national des pharmaciens: address not known"
                        + " (sante.gouv.fr, ordering of vaccines)"),
                lines::toString);
    }

    @Test
    void what_is_not_of_the_steps_source_says_so_and_a_source_has_its_date_in_words() {
        var start = english("start");
        var contacts = english("update_contact");

        assertTrue(
                start.contains("  3) I am logging in to another service or software (psc-sdk, not in the guide)"),
                start::toString);
        assertTrue(
                start.contains("  Source: Santé.fr, Guide pratique de connexion à Santé.fr, November 2023"),
                start::toString);
        assertTrue(
                contacts.contains(
                        "  - Speech therapists and orthoptists (ADELI number): Agence régionale de santé (ARS):"
                                + " address not known (psc-sdk, not in the guide)"),
                contacts::toString);
        assertTrue(contacts.contains("  1) My contact details are up to date"), contacts::toString);
        assertTrue(
                english("login_ecps")
                        .containsAll(List.of(
                                "  1. Open the form. (psc-sdk, not in the guide)",
                                "  4. Enter your national identifier.",
                                "  * In other software, begin with its own login button. (psc-sdk, not in the guide)")),
                () -> english("login_ecps").toString());
    }

    @Test
    void the_tree_says_it_too() {
        var lines = new StepText(CommandTexts.of(Psc.class, Language.FRENCH)).tree(SantefrGuide.in(Locale.FRENCH));

        assertTrue(
                lines.contains("  Le déblocage a échoué -> [ans_support] (psc-sdk, hors du guide)"), lines::toString);
    }

    @Test
    void the_tree_shows_every_step_and_where_each_choice_leads() {
        var guide = SantefrGuide.in(Locale.FRENCH);

        var lines = new StepText(CommandTexts.of(Psc.class, Language.FRENCH)).tree(guide);

        assertEquals(
                guide.steps().size(),
                lines.stream().filter(line -> line.startsWith("[")).count());
        assertTrue(lines.contains("  Elle est bloquée -> [have_unlock]"), lines::toString);
    }

    private static List<String> english(String step) {
        return new StepText(CommandTexts.of(Psc.class, Language.ENGLISH))
                .shown(SantefrGuide.in(Locale.ENGLISH).step(step).orElseThrow());
    }
}
