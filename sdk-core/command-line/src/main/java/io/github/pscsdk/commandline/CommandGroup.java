package io.github.pscsdk.commandline;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that has subcommands only: alone it shows its help. Exit codes: 0 done, 1 failed, 2 used wrongly; after a signal 128 and its number. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; standard error says what to do",
            "2:used wrongly",
            "130:stopped by Ctrl-C, everything is tidied up",
            "143:stopped by SIGTERM, likewise"
        },
        footerHeading = "%nExamples:%n")
public abstract class CommandGroup implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public final void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
