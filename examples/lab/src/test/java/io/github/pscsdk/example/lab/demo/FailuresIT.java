package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.lab.problem.LabProblem;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told when the demonstration cannot do its job. */
class FailuresIT {
    @TempDir
    private Path folder;

    @Test
    void a_missing_file() {
        assertFails(CommandRun.ofDemo("--input", folder.resolve("absent.csv").toString()), "CLI-001", "absent.csv");
    }

    @Test
    void an_empty_file() throws Exception {
        assertFails(CommandRun.ofDemo("--input", file("")), "CLI-002", "1. ");
    }

    @Test
    void a_file_with_other_columns() throws Exception {
        assertFails(CommandRun.ofDemo("--input", file("a;b\n1;2\n")), "CLI-003", "type_de_test");
    }

    @Test
    void no_folder_of_plug_ins() {
        var run = CommandRun.ofLab("demo", "--plugins", folder.resolve("absent").toString());

        assertFails(run, "PLG-001", "absent");
        assertTrue(run.err().contains("PSC-064"), run::err);
    }

    @Test
    void a_folder_without_the_stub() {
        assertFails(CommandRun.ofLab("demo", "--plugins", folder.toString()), "PSC-064", "stub");
    }

    @Test
    void a_port_that_is_taken_leaves_nothing_behind() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            for (var ports : new DemoPorts[] {
                new DemoPorts(port, 0, 0, 0, 0),
                new DemoPorts(0, port, 0, 0, 0),
                new DemoPorts(0, 0, port, 0, 0),
                new DemoPorts(0, 0, 0, port, 0),
                new DemoPorts(0, 0, 0, 0, port)
            }) {
                var settings = DemoSettings.hasty(ports, Optional.empty());
                var failure = assertThrows(PscException.class, () -> DemoServers.start(settings));

                assertEquals(LabProblem.PORT_UNAVAILABLE, failure.problem());
                assertTrue(failure.getMessage().contains("port " + port), failure::getMessage);
            }
        }
    }

    @Test
    void a_database_that_cannot_be_opened() throws Exception {
        Files.createDirectory(folder.resolve("declarations.mv.db"));

        assertFails(CommandRun.ofDemo("--journal", folder.toString()), "CLI-004", "form");
    }

    @Test
    void a_command_line_that_is_wrong() {
        for (var arguments : new String[][] {{"demo", "--inptu", "x"}, {"demo", "--input"}, {"dmeo"}}) {
            var run = CommandRun.ofLab(arguments);

            assertEquals(2, run.exitCode(), run::toString);
            assertTrue(run.err().contains("Try: psc"), run::err);
        }
    }

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve("input.csv"), content).toString();
    }

    private static void assertFails(CommandRun run, String... told) {
        assertEquals(1, run.exitCode(), run::toString);
        assertEquals("", run.out());
        for (var text : told) {
            assertTrue(run.err().contains(text), run::err);
        }
    }
}
