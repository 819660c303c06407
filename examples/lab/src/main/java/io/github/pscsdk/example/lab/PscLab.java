package io.github.pscsdk.example.lab;

import io.github.pscsdk.commandline.internal.Commands;
import io.github.pscsdk.commandline.internal.LogConfiguration;
import io.github.pscsdk.example.lab.demo.DemoCommand;
import io.github.pscsdk.example.lab.demo.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code psc-lab} command. */
@Command(
        name = "psc-lab",
        description = "A simulated Pro Sante Connect, a Proxy e-Sante and the stand-in form in one process.",
        subcommands = {DemoCommand.class, SimulateCommand.class},
        footer = {
            "  psc-lab demo                     the whole way once, with the built-in sample",
            "  psc-lab demo --input FILE.csv    with a published file of vaccination centres",
            "  psc-lab simulate                 a Pro Sante Connect to develop against",
            "  psc-lab simulate --json          the same for a script",
            "psc-lab COMMAND --help explains a command."
        })
public final class PscLab extends Commands.Group {
    public static void main(String... arguments) {
        LogConfiguration.ofCommands();
        System.exit(Commands.onStandardStreams(new PscLab()).execute(arguments));
    }

    public static CommandLine commandLine() {
        return Commands.of(new PscLab());
    }
}
