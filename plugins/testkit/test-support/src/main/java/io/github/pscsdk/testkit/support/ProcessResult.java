package io.github.pscsdk.testkit.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A child process that has ended, and its standard output in UTF-8. */
public record ProcessResult(int exit, String output) {

    /** Runs the process to its end, or kills it at the limit; {@code what} is such as "keytool made a key pair". */
    public static ProcessResult of(String what, ProcessBuilder process) throws IOException, InterruptedException {
        // Not by a pipe: nobody could stop reading from a process that hangs.
        var output = Files.createTempFile("output", ".txt");
        try {
            var exit = Await.exit(what, process.redirectOutput(output.toFile()).start());
            return new ProcessResult(exit, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }
}
