package io.github.pscsdk.example.santefr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.ReleaseContents;
import io.github.pscsdk.testkit.support.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that is deployed. */
class ReleaseIT {
    private static final Path JAR = Path.of("target", "santefr-form.jar");

    @Test
    void it_contains_neither_stub_nor_simulator() throws Exception {
        var release = ReleaseContents.of(JAR);

        assertTrue(release.has("io/github/pscsdk/example/santefr/FormMain.class"));
        assertTrue(release.has("io/github/pscsdk/relyingparty/RelyingParty.class"), "its libraries were read");
        assertEquals(List.of(), release.testParts());
    }

    @Test
    void it_runs_and_says_what_it_is_given(@TempDir Path folder) throws Exception {
        var output = folder.resolve("output.txt");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-jar", JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        Await.exit("it has ended", process);
        var said = Files.readString(output);
        assertTrue(said.contains("usage: FormMain <configuration.json>"), said);
    }
}
