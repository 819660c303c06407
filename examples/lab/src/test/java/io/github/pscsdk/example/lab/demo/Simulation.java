package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.example.lab.PscLab;
import io.github.pscsdk.testkit.support.Await;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** {@code psc-lab simulate} in a thread of this process, which ends it by an interrupt as Ctrl-C does elsewhere. */
final class Simulation implements AutoCloseable {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FutureTask<Integer> run;
    private final Thread worker;

    private Simulation(String... options) {
        var command = PscLab.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        run = new FutureTask<>(() -> command.execute(onFreePorts(options)));
        worker = new Thread(run, "simulate");
        worker.start();
    }

    /** Starts it on free ports, and waits until it has begun to say where everything is, which is a single line with {@code --json}. */
    static Simulation start(String... options) {
        var simulation = new Simulation(options);
        Await.until("it prints its first line", () -> {
            assertFalse(simulation.run.isDone(), simulation::err);
            return simulation.out().endsWith("\n");
        });
        return simulation;
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
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** Ends it, and tells its exit code. */
    int interrupt() throws Exception {
        worker.interrupt();
        return Await.result("it has ended", run);
    }

    @Override
    public void close() {
        worker.interrupt();
        Await.until("it has ended", run::isDone);
    }
}
