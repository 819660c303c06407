package io.github.pscsdk.commandline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes the outermost command of a program: exit code 2 where it was used wrongly, and then two or three lines that say how. */
public final class Commands {
    private Commands() {}

    /** Ready to be executed; writes where it is told to. */
    public static CommandLine of(Object command) {
        return new CommandLine(command).setParameterExceptionHandler((wrong, arguments) -> usedWrongly(wrong));
    }

    /** The same on the standard streams, in an encoding that the terminal understands. */
    public static CommandLine onStandardStreams(Object command) {
        return of(command).setOut(writer(FileDescriptor.out)).setErr(writer(FileDescriptor.err));
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, Terminal.charset());
    }

    /** Not the whole usage, which would push the reason off the screen. */
    private static int usedWrongly(ParameterException wrong) {
        var command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    /** Answers {@code --version} with what the build wrote into the manifest. */
    public static final class Version implements IVersionProvider {
        @Spec
        private CommandSpec command;

        @Override
        public String[] getVersion() {
            var root = command.root();
            var built = root.userObject().getClass().getPackage().getImplementationVersion();
            return new String[] {root.name() + " " + (built == null ? "(not packaged)" : built)};
        }
    }
}
