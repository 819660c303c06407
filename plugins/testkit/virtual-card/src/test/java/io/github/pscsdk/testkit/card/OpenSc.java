package io.github.pscsdk.testkit.card;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** OpenSC's tools: a peer that was not written by us. Skipped where they are not installed. */
final class OpenSc {
    private OpenSc() {}

    static String run(String tool, String... arguments) throws IOException, InterruptedException {
        var program = Path.of("/usr/bin", tool);
        if (!"required".equals(System.getenv("PSC_STACK"))) {
            Assumptions.assumeTrue(Files.isExecutable(program), "needs the package opensc");
        }
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
