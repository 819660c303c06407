package io.github.pscsdk.example.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.desktop.display.OnDisplay;
import io.github.pscsdk.example.desktop.lab.Lab;
import io.github.pscsdk.testkit.card.VirtualReaders;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnDisplay
class HealthCheckIT {
    private static final String TERMINALS = "javax.smartcardio.TerminalFactory.DefaultType";

    @TempDir
    private Path folder;

    private final VirtualReaders readers = VirtualReaders.named().install();
    private Lab lab;

    @BeforeEach
    void start() throws Exception {
        System.setProperty(TERMINALS, VirtualReaders.TYPE);
        lab = Lab.in(folder);
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
    void the_cause_comes_first_and_leads_into_the_guide_and_another_check_finds_it_mended() throws Exception {
        lab.unplug();
        try (var person = starts("cps>ecps; ecps; stub")) {
            person.choosesInMenu("menu.doctor").choosesInMenu("menu.doctor").sees("health-check.cause");
            assertEquals(2, person.windows());
            person.readsAnywhere("WKS-011").readsAnywhere("CPS-002").sees("health-check.shortest");
            person.photographs("health-check", "desktop-doctor");
            assertTrue(person.isAllShown("health-check"));

            person.clicks("health-check.guide").sees("guide.step", "La personne qui s’occupe du poste");
            assertEquals(3, person.windows());
            person.presses("guide", KeyEvent.VK_ESCAPE);

            lab.plugIn();
            person.clicks("health-check.again")
                    .readsAnywhere("Connectez-vous par")
                    .readsNowhere("WKS-011");
            assertTrue(person.isAllShown("health-check"));

            person.presses("health-check", KeyEvent.VK_ESCAPE);
            assertEquals(1, person.windows());
            person.chooses("means.stub").clicks("login.start").sees("session.who");
        }
    }

    @Test
    void an_archive_is_written_where_the_person_says_and_all_closes_when_the_screen_is_locked() throws Exception {
        var file = folder.resolve("archive");
        try (var person = starts("stub")) {
            person.clicks("login.start")
                    .sees("session.who")
                    .choosesInMenu("menu.doctor")
                    .sees("health-check.shortest");
            assertTrue(person.isEnabled("health-check.archive"));

            person.clicksAndNames("health-check.archive", file).sees("health-check.archive.outcome", "archive.zip");

            try (var zip = new ZipFile(file.resolveSibling("archive.zip").toFile())) {
                assertNotNull(zip.getEntry("diagnosis.json"));
            }
            assertTrue(person.isAllShown("health-check"));

            person.choosesInMenu("menu.lock").sees("locked");
            assertFalse(person.isShowing("health-check"));
            assertEquals(1, person.windows());
        }
    }
}
