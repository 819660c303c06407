package io.github.pscsdk.commandline;

import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Texts;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Runs the work of a command for a person at a terminal: in their language, tidied up at Ctrl-C, failures with steps. */
public final class InteractiveRun {
    private InteractiveRun() {}

    /** What the command does. */
    @FunctionalInterface
    public interface Work {
        void on(Texts texts, Screen screen) throws PscException, InterruptedException;
    }

    /**
     * Does the work on this thread.
     *
     * @return the exit code: 0, or 1 after a failure or an interrupt
     */
    public static int run(CommandSpec spec, boolean verbose, Work work) {
        LibraryLogLimit.install();
        if (verbose) {
            Verbosity.everyStep();
        }
        var texts = CommandTexts.of(spec);
        var redraws = !verbose && Terminal.watchesStandardError();
        var screen = new Screen(spec.commandLine().getErr(), texts, redraws);
        var stop = InterruptHandler.ofThisThread();
        try {
            work.on(texts, screen);
            return ExitCode.OK;
        } catch (PscException e) {
            screen.failure(e);
        } catch (InterruptedException e) {
            screen.say("interrupted");
        } finally {
            stop.close();
        }
        return ExitCode.SOFTWARE;
    }
}
