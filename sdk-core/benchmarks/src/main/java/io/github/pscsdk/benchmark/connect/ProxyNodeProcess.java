package io.github.pscsdk.benchmark.connect;

import io.github.pscsdk.proxy.ProxyServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A node as it is run, which tells figures of itself. Prints its address; then the value of each {@link NodeFigure} that a line names. Ends with its input. */
final class ProxyNodeProcess {
    private ProxyNodeProcess() {}

    /** @param arguments configuration, file of the log */
    public static void main(String... arguments) throws Exception {
        var answers = System.out;
        try (var log = new PrintStream(Files.newOutputStream(Path.of(arguments[1])), false, StandardCharsets.UTF_8)) {
            System.setOut(log);
            var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            try (var server = ProxyServer.start(Path.of(arguments[0]))) {
                answers.println(server.address());
                for (var name = questions.readLine(); name != null; name = questions.readLine()) {
                    answers.println(NodeFigure.valueOf(name).value());
                }
            }
        }
        System.exit(0);
    }
}
