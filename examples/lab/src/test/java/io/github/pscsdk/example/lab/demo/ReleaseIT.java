package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.ReleaseContents;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The command is QA's tool: here, and in no other release, there are simulator and stub, each in its place. */
class ReleaseIT {
    @Test
    void the_simulator_is_in_the_jar_and_the_stub_beside_it_in_the_folder_of_plug_ins() throws Exception {
        var jar = ReleaseContents.of(Path.of("target", "psc-lab.jar"));
        var plugins = ReleaseContents.of(Path.of("target", "plugins"));

        assertTrue(
                jar.testParts().contains("psc-lab.jar!io/github/pscsdk/testkit/simulator/PscSimulator.class"),
                jar::toString);
        assertFalse(jar.has("io/github/pscsdk/plugin/stub/StubAuthenticator.class"));
        assertTrue(plugins.has("io/github/pscsdk/plugin/stub/StubAuthenticator.class"), plugins::toString);
        assertEquals(
                1,
                plugins.testParts().stream()
                        .map(entry -> entry.split("!", 2)[0])
                        .distinct()
                        .count(),
                "in an archive of its own");
    }
}
