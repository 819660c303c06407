package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.command.internal.login.BigDigits;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.PendingRequest;
import io.github.pscsdk.testkit.support.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
        servers = Fixtures.servers();
    }

    @Test
    void a_login_that_was_pending_when_the_software_was_killed_goes_on_when_it_is_started_again(@TempDir Path folder)
            throws Exception {
        var file = folder.resolve("pending");
        var rung = servers.simulator().count(Endpoint.BACKCHANNEL_AUTHENTICATION);
        String digits;
        try (var killed = LoginProcess.start(folder, options(file))) {
            digits = killed.digits();
            Await.until("it has kept the login", () -> Files.exists(file));
            killed.kill();
        }
        var ringing = servers.simulator().pending().stream()
                .filter(request -> request.nationalId().equals(SILENT))
                .findFirst()
                .orElseThrow();
        assertTrue(servers.simulator().settle(ringing.id(), PendingRequest.Outcome.APPROVED));

        var arguments = new ArrayList<>(List.of("login", "--plugins=" + CommandRun.PLUGINS));
        arguments.addAll(options(file));
        var run = CommandRun.ofPsc(arguments.toArray(String[]::new));

        assertEquals(0, run.exitCode(), run::toString);
        assertTrue(run.out().contains("(" + SILENT.value() + ")"), run::out);
        var shown = run.err().lines().toList();
        assertTrue(Collections.indexOfSubList(shown, BigDigits.of(digits)) >= 0, run::err);
        assertEquals(rung + 1, servers.simulator().count(Endpoint.BACKCHANNEL_AUTHENTICATION));
        assertFalse(Files.exists(file), "nothing is left to go on with");
    }

    private static List<String> options(Path file) {
        return List.of(
                "--with=ecps",
                "--national-id=" + SILENT.value(),
                "--proxy=" + servers.proxy(),
                "--resume-file=" + file);
    }
}
