package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.testkit.simulator.Endpoint;
import io.github.pscsdk.testkit.simulator.PendingRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command is killed while the phone rings, and started again. */
class ResumeIT {
    private static final NationalId SILENT = new NationalId("899999100060");

    @AutoClose
    private static DemoServers servers;

    @BeforeAll
    static void start() throws Exception {
        servers = DemoServers.start(DemoPorts.FREE, false);
    }

    @Test
    void a_login_that_was_pending_when_the_software_was_killed_goes_on_when_it_is_started_again(@TempDir Path folder)
            throws Exception {
        var file = folder.resolve("pending");
        var rung = servers.simulator().count(Endpoint.BACKCHANNEL_AUTHENTICATION);
        try (var killed = JarProcess.start(folder, List.of("-Duser.language=en"), arguments(file))) {
            killed.await(
                    "it shows two digits, and has kept the login",
                    () -> killed.err().contains("two digits") && Files.exists(file));
        }
        var ringing = servers.simulator().pending().stream()
                .filter(request -> request.nationalId().equals(SILENT))
                .findFirst()
                .orElseThrow();
        assertTrue(servers.simulator().settle(ringing.id(), PendingRequest.Outcome.APPROVED));

        var run = CommandRun.ofPsc(arguments(file));

        assertEquals(0, run.exitCode(), run::toString);
        assertTrue(run.out().contains("(" + SILENT.value() + ")"), run::out);
        assertEquals(rung + 1, servers.simulator().count(Endpoint.BACKCHANNEL_AUTHENTICATION));
        assertFalse(Files.exists(file), "nothing is left to go on with");
    }

    private static String[] arguments(Path file) {
        return new String[] {
            "login",
            "--with=ecps",
            "--national-id=" + SILENT.value(),
            "--proxy=" + servers.proxy(),
            "--plugins=" + CommandRun.PLUGINS,
            "--resume-file=" + file
        };
    }
}
