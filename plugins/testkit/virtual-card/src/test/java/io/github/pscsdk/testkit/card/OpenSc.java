package io.github.pscsdk.testkit.card;

import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
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
        var output = Files.createTempFile("opensc", ".txt");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            Await.exit(tool + " has ended", process);
            return Files.readString(output);
        } finally {
            Files.delete(output);
        }
    }
}
