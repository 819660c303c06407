package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.command.Psc;
import io.github.pscsdk.example.lab.PscLab;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** One run of a command, and what it wrote. */
public record CommandRun(int exitCode, String out, String err) {
    /** Filled by the build before the integration tests run. */
    public static final Path PLUGINS = Path.of("target", "plugins");

    /** Runs {@code psc} in this process. */
    public static CommandRun ofPsc(String... arguments) {
        return of(Psc.commandLine(), arguments);
    }

    /** Runs {@code psc-lab} in this process. */
    public static CommandRun ofLab(String... arguments) {
        return of(PscLab.commandLine(), arguments);
    }

    private static CommandRun of(CommandLine command, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = command.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    static CommandRun ofDemo(String... options) {
        var arguments = new ArrayList<>(List.of("demo", "--plugins", PLUGINS.toString()));
        arguments.addAll(List.of(options));
        return ofLab(arguments.toArray(String[]::new));
    }

    String lastLine() {
        var lines = out.lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + "\n" + out + "\n" + err;
    }
}
