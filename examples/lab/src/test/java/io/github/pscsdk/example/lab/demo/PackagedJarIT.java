package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.testkit.persona.Personas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar target/psc.jar}, as a user runs it. */
class PackagedJarIT {
    private static final List<String> ENGLISH = List.of("-Duser.language=en");

    /** Less than half of it is free once the servers run: it holds no 60 KB of each row. */
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx48m", "-XX:+ExitOnOutOfMemoryError");

    private static final int ROWS = 600;

    @TempDir
    private Path folder;

    @Test
    void the_demonstration_of_many_rows_runs_in_little_memory_and_its_verbose_log_names_nobody() throws Exception {
        var input = ManyRows.write(folder.resolve("rows.csv"), 0, ROWS);
        var options = new ArrayList<>(ENGLISH);
        options.addAll(LITTLE_MEMORY);
        try (var process = JarProcess.start(folder, options, "demo", "--json", "--verbose", "--input=" + input)) {
            var run = process.result();

            assertEquals(0, run.exitCode(), process::err);
            var answer = new ObjectMapper().readTree(process.out());
            assertTrue(process.err().contains("Logged in."), "it found the plug-ins beside itself");
            assertEquals(ROWS, answer.path("read").asInt(), process::out);
            assertTrue(answer.path("accepted").asInt() > ROWS / 2, process::out);
            assertFalse(process.err().contains("\r"), "a bar is drawn where a terminal is");
            assertLogsNobody(process.err());
        }
    }

    @Test
    void shows_its_help_and_how_it_is_used() {
        var alone = CommandRun.ofLab();

        assertEquals(0, alone.exitCode());
        for (var text : List.of("Usage: psc-lab", "  demo ", "  simulate ", "130 ", "psc-lab simulate --json")) {
            assertTrue(alone.out().contains(text), alone::out);
        }
    }

    private static void assertLogsNobody(String log) {
        assertTrue(log.lines().filter(line -> line.contains(" INFO ")).count() > 100, log);
        assertFalse(log.contains("eyJ"), "a JSON Web Token begins so");
        for (var persona : Personas.all()) {
            assertFalse(log.contains(persona.nationalId().value()), "an identifier");
            assertFalse(log.contains(persona.familyName()), "a name");
        }
    }
}
