package io.github.pscsdk.commandline.internal;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs the work of a command for a person at a terminal: in their language, tidied up at Ctrl-C, failures with steps.
 */
public final class InteractiveRun {
    private static final long MOST_SECONDS = 20;

    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread worker = Thread.currentThread();
    private final Thread hook = new Thread(this::stop, "psc-stop");

    private InteractiveRun() {}

    /** The work of a command; returns its exit code. */
    @FunctionalInterface
    public interface Work {
        int on(Texts texts, Screen screen) throws PscException, InterruptedException;
    }

    /**
     * Does the work of a command that has the {@link CommonOptions} on this thread; Ctrl-C interrupts it. The exit code
     * is 1 after a failure or an interrupt.
     */
    public static int run(CommandSpec spec, Work work) {
        LibraryLogLimit.install();
        var verbose = isAsked(spec, CommonOptions.VERBOSE);
        if (verbose) {
            LogConfiguration.everyStep();
        }
        var texts = CommandTexts.of(spec);
        var screen = new Screen(spec.commandLine().getErr(), texts, !verbose && Terminal.watchesStandardError());
        var run = new InteractiveRun();
        Runtime.getRuntime().addShutdownHook(run.hook);
        try {
            return work.on(texts, screen);
        } catch (PscException e) {
            screen.failure(e);
            if (isAsked(spec, CommonOptions.JSON)) {
                Commands.printDocument(spec.commandLine(), e);
            }
        } catch (InterruptedException e) {
            screen.say("interrupted");
        } finally {
            run.end();
        }
        return ExitCode.SOFTWARE;
    }

    private static boolean isAsked(CommandSpec spec, String option) {
        // The commands of picocli itself have none.
        return Optional.ofNullable(spec.findOption(option))
                .map(known -> known.<Boolean>getValue())
                .orElse(false);
    }

    /** Waits for Ctrl-C, which becomes the interrupt. */
    public static void awaitCtrlC() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private void stop() {
        // A failure from now on is an effect of the stop.
        LogConfiguration.nothingMore();
        worker.interrupt();
        try {
            // Only a bound: past it the process ends with whatever is left.
            var inTime = tidy.await(MOST_SECONDS, TimeUnit.SECONDS);
            assert inTime : "the command did not stop in time";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        tidy.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is stopping: the hook runs already, and may now end.
        }
    }
}
