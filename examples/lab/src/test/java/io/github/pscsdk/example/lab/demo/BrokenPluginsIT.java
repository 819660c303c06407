package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.commandline.internal.Screen;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.example.lab.outcome.Summary;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with the stub among many broken plug-ins. */
class BrokenPluginsIT {
    private static final String STUB = "psc-sdk-test-stub-plugin.jar";

    @TempDir
    private Path folder;

    private List<String> broken;

    @BeforeEach
    void fill_the_folder() throws IOException {
        BrokenPlugins.write(folder, CommandRun.PLUGINS.resolve(STUB));
        try (var files = Files.list(folder)) {
            broken = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        // Sorts before same-id.jar, which therefore is the duplicate.
        Files.copy(CommandRun.PLUGINS.resolve(STUB), folder.resolve(STUB));
        assertTrue(broken.size() >= 12, broken::toString);
    }

    @Test
    void diagnose_names_each_of_them() throws Exception {
        // No server half is needed for that: its absence is one more finding.
        try (var client = PscClientBuilder.forServerHalf(URI.create("http://127.0.0.1:1"))
                .clientId(DemoServers.CLIENT)
                .applicationToken("unused")
                .pluginDirectory(folder)
                .build()) {

            var findings = client.diagnose().findings();

            var unnamed = broken.stream()
                    .filter(name -> findings.stream().noneMatch(finding -> names(finding, name)))
                    .toList();
            assertEquals(List.of(), unnamed);
        }
    }

    @Test
    void the_demonstration_logs_in_all_the_same_and_shows_each_of_them() throws Exception {
        var shown = new StringWriter();
        var screen = new Screen(new PrintWriter(shown), Fixtures.TEXTS, false);
        try (var servers = Fixtures.servers()) {

            var summary = new Summary.Counter();
            new Demo(servers, folder, Optional.empty(), Optional.empty(), screen).run(Fixtures.threeRows(), summary);

            assertEquals(3, summary.build().accepted());
            for (var name : broken) {
                assertTrue(shown.toString().contains(name), () -> name + " is not in\n" + shown);
            }
        }
    }

    private static boolean names(Diagnostic finding, String file) {
        return finding.facts().values().stream().anyMatch(fact -> fact.endsWith(file));
    }
}
