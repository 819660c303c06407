package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;

/** A command in a thread of this process, which ends it by an interrupt as Ctrl-C does elsewhere. */
final class RunningCommand implements AutoCloseable {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FutureTask<Integer> run;
    private final Thread worker;

    private RunningCommand(CommandLine command, String... arguments) {
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        run = new FutureTask<>(() -> command.execute(arguments));
        worker = new Thread(run, arguments[0]);
        worker.start();
    }

    static RunningCommand start(CommandLine command, String... arguments) {
        return new RunningCommand(command, arguments);
    }

    /** Waits until that is so, which it must be before its end. */
    void await(String what, BooleanSupplier condition) {
        Await.until(what, () -> {
            var isOver = run.isDone();
            // The last look is after its end: what it wrote then counts too.
            var isSo = condition.getAsBoolean();
            assertTrue(isSo || !isOver, () -> "it ended too early:\n" + out + err);
            return isSo;
        });
    }

    /** What it wrote to standard output so far. */
    String out() {
        return out.toString();
    }

    /** What it wrote to standard error so far. */
    String err() {
        return err.toString();
    }

    /** Ends it. */
    CommandRun interrupt() throws Exception {
        worker.interrupt();
        return new CommandRun(Await.result("it has ended", run), out(), err());
    }

    @Override
    public void close() {
        worker.interrupt();
        Await.until("it has ended", run::isDone);
    }
}
