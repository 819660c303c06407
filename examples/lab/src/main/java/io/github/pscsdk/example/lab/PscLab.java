package io.github.pscsdk.example.lab;

import io.github.pscsdk.commandline.Commands;
import io.github.pscsdk.commandline.LogConfiguration;
import io.github.pscsdk.example.lab.demo.DemoCommand;
import io.github.pscsdk.example.lab.demo.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The {@code psc-lab} command; alone it shows its help. Exit codes: 0 done, 1 failed, 2 used wrongly; after a signal 128 and its
 * number.
 */
@Command(
        name = "psc-lab",
        description = "A simulated Pro Sante Connect, a Proxy e-Sante and the stand-in form in one process.",
        subcommands = {DemoCommand.class, SimulateCommand.class},
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
        footerHeading = "%nExamples:%n",
        footer = {
            "  psc-lab demo                     the whole way once, with the built-in sample",
            "  psc-lab demo --input FILE.csv    with a published file of vaccination centres",
            "  psc-lab simulate                 a Pro Sante Connect to develop against",
            "  psc-lab simulate --json          the same for a script",
            "psc-lab COMMAND --help explains a command."
        })
public final class PscLab implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs the command and ends the process. */
    public static void main(String... arguments) {
        LogConfiguration.ofCommands();
        System.exit(Commands.onStandardStreams(new PscLab()).execute(arguments));
    }

    /** The command, ready to be executed; writes where it is told to. */
    public static CommandLine commandLine() {
        return Commands.of(new PscLab());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
