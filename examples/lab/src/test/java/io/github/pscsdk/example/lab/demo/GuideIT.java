package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.guide.SantefrGuide;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code psc guide}, as a support desk uses it. */
class GuideIT {
    private static final List<String> FRENCH = List.of("-Duser.language=fr");

    @TempDir
    private Path folder;

    @Test
    void a_code_of_the_card_plug_in_is_known_from_the_archive_beside_the_jar() throws Exception {
        try (var psc = JarProcess.withInput(folder, Map.of(), FRENCH, "guide", "--from", "CPS-014")) {
            psc.type("2");
            psc.type("q");

            var run = psc.result();

            assertEquals(0, run.exitCode(), run::toString);
            var lines = run.out().lines().toList();
            assertEquals("CPS-014 La carte est bloquée après trois codes faux.", lines.get(0));
            assertEquals(title("have_unlock"), lines.get(2));
            assertTrue(run.out().contains(title("ans_support")), run::toString);
            assertEquals("", run.err());
        }
    }

    @Test
    void the_tree_as_json_holds_every_step() throws Exception {
        var run = CommandRun.ofPsc("guide", "--json");

        assertEquals(0, run.exitCode(), run::toString);
        var document = new ObjectMapper().readTree(run.out());
        assertEquals("start", document.get("start").asText());
        assertEquals(
                SantefrGuide.in(Locale.FRENCH).steps().size(),
                document.get("steps").size());
        var support = document.get("steps").findParents("id").stream()
                .filter(step -> step.get("id").asText().equals("ans_support"))
                .findFirst()
                .orElseThrow();
        assertTrue(support.get("links").get(0).get("address").isNull(), support::toString);
    }

    @Test
    void a_code_that_nobody_knows_is_a_slip_of_the_command_line() {
        var run = CommandRun.ofPsc("guide", "--from", "XYZ-999");

        assertEquals(2, run.exitCode(), run::toString);
        assertTrue(run.err().contains("XYZ-999"), run::err);
        assertEquals("", run.out());
    }

    private static String title(String step) {
        return SantefrGuide.in(Locale.FRENCH).step(step).orElseThrow().title();
    }
}
