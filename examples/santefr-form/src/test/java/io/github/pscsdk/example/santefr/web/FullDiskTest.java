package io.github.pscsdk.example.santefr.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form on a file system of two mebibytes, which only root can mount. */
class FullDiskTest {
    private static final int MOST_SAVES = 100;

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        if (run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()) != 0) {
            var message = "SKIPPED: no tmpfs can be mounted here, so the form was not tried on a full disk";
            System.err.println(message);
            Assumptions.abort(message);
        }
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void what_cannot_be_saved_stays_on_the_page_that_says_so_and_is_saved_once_there_is_room() throws Exception {
        try (var lab = WebLab.open(disk)) {
            var declarant = Declarant.loggedIn(lab);
            declarant.begin("testing");
            var page = declarant.step("contact");
            var saved = "";
            var typed = "";
            for (var i = 0; page.status() == 200 && i < MOST_SAVES; i++) {
                saved = typed;
                typed = UUID.randomUUID().toString().repeat(1_500);
                page = declarant.save(page, Map.of("offers[0].details", typed), "stay");
            }

            assertEquals(503, page.status());
            assertTrue(page.text().contains(typed), page.text());
            assertTrue(page.text().contains("Rien n’est enregistré"), page.text());

            assertEquals(0, run("mount", "-o", "remount,size=32m", disk.toString()));
            var kept = declarant.step("contact");
            assertTrue(kept.text().contains(saved), "what was told as saved");
            assertFalse(kept.text().contains(typed));
            var again = declarant.save(page, Map.of("offers[0].details", typed), "stay");

            assertEquals(200, again.status());
            assertTrue(declarant.step("contact").text().contains(typed));
        }
    }

    @Test
    void an_offer_that_could_not_be_removed_is_still_on_the_page() throws Exception {
        try (var lab = WebLab.open(disk)) {
            var declarant = Declarant.loggedIn(lab);
            declarant.begin("testing");
            declarant.save(declarant.step("offer"), Map.of(), "add-vaccination");
            var offers = declarant.step("offer");
            var page = declarant.step("contact");
            var typed = "";
            for (var i = 0; page.status() == 200 && i < MOST_SAVES; i++) {
                typed = UUID.randomUUID().toString().repeat(1_500);
                page = declarant.save(page, Map.of("offers[0].details", typed), "stay");
            }

            var failed = declarant.save(offers, Map.of("offers[1].audience", typed), "remove-0");

            assertEquals(503, failed.status());
            assertTrue(failed.text().contains("name=\"offers\" value=\"testing,vaccination\""), failed.text());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return Await.exit(
                command[0] + " has ended",
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }
}
