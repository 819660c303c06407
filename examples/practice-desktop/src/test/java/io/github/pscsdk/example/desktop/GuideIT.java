package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.desktop.display.OnDisplay;
import io.github.pscsdk.example.desktop.lab.Lab;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.simulator.model.PendingRequest;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The login guide, on a workstation without a card reader. */
@OnDisplay
class GuideIT {
    private static final String TERMINALS = "javax.smartcardio.TerminalFactory.DefaultType";

    private final VirtualReaders readers = VirtualReaders.named().install();

    @TempDir
    private Path folder;

    private Lab lab;

    @BeforeEach
    void start() throws Exception {
        System.setProperty(TERMINALS, VirtualReaders.TYPE);
        lab = Lab.in(folder, builder -> builder.interactive());
    }

    @AfterEach
    void stop() {
        lab.close();
        readers.close();
        System.clearProperty(TERMINALS);
    }

    private Person starts(String means) throws Exception {
        return Person.starting(Settings.forQa(folder, lab, means));
    }

    @Test
    void a_refused_login_leads_into_it_and_the_check_answers_with_its_finding() throws Exception {
        try (var person = starts("stub; cps")) {
            person.clicks("login.start").sees("login.digits");
            assertTrue(lab.simulator().settle(lab.simulator().pending().get(0).id(), PendingRequest.Outcome.REFUSED));

            person.clicks("login.guide").sees("guide.settled.because", "CPS-002");
            person.sees("guide.settled.question").sees("guide.choice.ok");
            assertTrue(person.isAllShown("guide"));

            // Whoever knows better answers for themselves.
            person.clicks("guide.settled.self.log_in_again").sees("guide.choice.ecps");
            assertFalse(person.isShowing("guide.settled.because"));
            person.clicks("guide.choice.ecps").sees("guide.choice.fail");
            person.clicks("guide.back").sees("guide.choice.ecps_not_known");
        }
    }

    @Test
    void contacts_have_their_source_what_has_no_address_says_so_and_keys_are_enough() throws Exception {
        try (var person = starts("stub")) {
            person.choosesInMenu("menu.guide").focuses("guide.choice.yes");
            person.clicks("guide.choice.yes")
                    .clicks("guide.choice.no_card")
                    .clicks("guide.choice.fail")
                    .clicks("guide.choice.update_contact")
                    .sees("guide.contact");
            person.readsAnywhere("inconnue").readsAnywhere("ordre-chirurgiens-dentistes.fr");
            person.readsAnywhere("Ordre national des pharmaciens").readsAnywhere("sante.gouv.fr, commande de vaccins");
            assertTrue(person.isAllShown("guide"));

            person.clicks("guide.restart")
                    .clicks("guide.choice.yes")
                    .clicks("guide.choice.problem")
                    .focuses("guide.choice.blocked")
                    .clicks("guide.choice.other");
            person.sees("guide.end").sees("guide.link.unknown", "adresse inconnue");
            assertTrue(person.isAllShown("guide"));

            person.presses("guide", KeyEvent.VK_ESCAPE);
            assertEquals(1, person.windows());
        }
    }

    @Test
    void what_the_software_adds_to_the_published_guide_says_so() throws Exception {
        var settings = Settings.forQa(folder, lab, "stub");
        Files.writeString(
                settings,
                "guide.address.ans-support = https://support.example/cards 2026-11-02\n",
                StandardOpenOption.APPEND);
        try (var person = Person.starting(settings)) {
            person.choosesInMenu("menu.guide")
                    .sees("guide.choice.elsewhere")
                    .sees("guide.source.elsewhere", "psc-sdk, hors du guide");

            person.clicks("guide.choice.yes")
                    .clicks("guide.choice.problem")
                    .clicks("guide.choice.other")
                    .sees("guide.link.address", "https://support.example/cards")
                    .sees("guide.source.elsewhere", "hors du guide, 2 novembre 2026");
            assertTrue(person.isAllShown("guide"));
        }
    }
}
