package io.github.pscsdk.example.console;

import io.github.pscsdk.example.console.conformity.ConformityCommand;
import io.github.pscsdk.example.console.demo.DemoCommand;
import io.github.pscsdk.example.console.demo.SimulateCommand;
import io.github.pscsdk.example.console.doctor.DoctorCommand;
import io.github.pscsdk.example.console.drift.DriftCommand;
import io.github.pscsdk.example.console.guide.GuideCommand;
import io.github.pscsdk.example.console.login.LoginCommand;
import io.github.pscsdk.example.console.screen.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code psc} command; alone it shows its help. Exit codes: 0 done, 1 failed, 2 used wrongly; after a signal 128 and its
 * number.
 */
@Command(
        name = "psc",
        description = "Logs health professionals in with Pro Sante Connect, and shows what the SDK can do.",
        subcommands = {
            DemoCommand.class,
            SimulateCommand.class,
            LoginCommand.class,
            DoctorCommand.class,
            GuideCommand.class,
            DriftCommand.class,
            ConformityCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Psc.Version.class,
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
            "  psc demo                     the whole way once, with the built-in sample",
            "  psc demo --input FILE.csv    with a published file of vaccination centres",
            "  psc simulate                 a Pro Sante Connect to develop against",
            "  psc simulate --json          the same for a script",
            "  psc login --with stub        a login at that simulator",
            "  psc guide --from CPS-014     what to do after a problem, step by step",
            "  psc doctor                   what stands between this workstation and a login",
            "  psc drift                    what has changed at Pro Sante Connect (on a server)",
            "psc COMMAND --help explains a command."
        })
public final class Psc implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs the command and ends the process. */
    public static void main(String... arguments) {
        System.exit(commandLine()
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .execute(arguments));
    }

    /** The command, ready to be executed; writes where it is told to. */
    public static CommandLine commandLine() {
        return new CommandLine(new Psc()).setParameterExceptionHandler((wrong, arguments) -> usedWrongly(wrong));
    }

    /** In two or three lines: the whole usage would push the reason off the screen. */
    private static int usedWrongly(ParameterException wrong) {
        var command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, Terminal.charset());
    }

    /** Reads the version that the build wrote into the manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var built = Psc.class.getPackage().getImplementationVersion();
            return new String[] {"psc " + (built == null ? "(not packaged)" : built)};
        }
    }
}
