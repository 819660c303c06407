package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.example.lab.PscLab;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code psc-lab simulate} in a thread of this process. */
record Simulation(RunningCommand command) implements AutoCloseable {
    /** Starts it on free ports, and waits until it has begun to say where everything is, which is a single line with {@code --json}. */
    static Simulation start(String... options) {
        var command = RunningCommand.start(PscLab.commandLine(), onFreePorts(options));
        command.await("it prints its first line", () -> command.out().endsWith("\n"));
        return new Simulation(command);
    }

    /** The arguments of a simulation on free ports, unless others are among the options. */
    static String[] onFreePorts(String... options) {
        var arguments = new ArrayList<>(List.of("simulate"));
        arguments.addAll(List.of(options));
        if (Stream.of(options).noneMatch(option -> option.startsWith("--first-port"))) {
            arguments.add("--first-port=0");
        }
        return arguments.toArray(String[]::new);
    }

    /** What it printed with {@code --json}. */
    PrintedLine printed() throws Exception {
        return PrintedLine.of(out());
    }

    String out() {
        return command.out();
    }

    String err() {
        return command.err();
    }

    /** Ends it, and tells its exit code. */
    int interrupt() throws Exception {
        return command.interrupt().exitCode();
    }

    @Override
    public void close() {
        command.close();
    }
}
